// The words around a hit, and what is marked in them, in code points of the text as shown.
const USUAL = 120;
const LONGEST = 300;
// A piece of a text, with the quotes that close behind it.
const SENTENCE = /[^。！？；!?;]*[。！？；!?;]?[”’」』）》】]*/g;
const CLAUSE = /[^，、：,:]*[，、：,:]?/g;

/** @type {Fn['frame']} */
const frame = (chars, hit, hitEnd) => {
  let [from, to] = [0, chars.length];
  for (const piece of [SENTENCE, CLAUSE]) {
    if (to - from > USUAL) {
      let sum = from;
      const pieces = chars.slice(from, to).join('').match(piece) || [];
      /** @type {any[]} */
      const ends = [from, ...pieces.map((text) => (sum += Array.from(text).length))];
      const start = ends.filter((end) => end <= hit).pop();
      to = Math.max(ends.find((end) => end > hit), ends.filter((end) => end - start <= USUAL).pop());
      from = Math.min(start, ends.find((end) => to - end <= USUAL));
    }
  }
  if (to - from > USUAL) from = Math.max(from, hit - 40);
  return [from, Math.max(Math.min(to, from + USUAL), Math.min(hitEnd, from + LONGEST))];
};

/** @type {Fn['excerpt']} */
const excerpt = (blocks, terms) => {
  const bodyFirst = [...blocks].sort((a, b) => +a.heading - +b.heading);
  /** @type {(among: ShownBlock[], some: string[]) => ShownBlock | undefined} */
  const having = (among, some) => among.find((one) => some.some((term) => one.folded.text.includes(term)));
  const own = having(bodyFirst, terms.slice(0, 1));
  const block = own || having(blocks, terms) || bodyFirst[0];
  if (!block) return { excerpt: '', highlights: [] };
  const chars = Array.from(block.text);
  const marked = new Uint8Array(chars.length);
  const { text, spans } = block.folded;
  let [hit, hitEnd] = [Infinity, 0];
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      const [[start], [, end]] = [spans[at], spans[at + term.length - 1]];
      marked.fill(1, start, end);
      if (own ? !hitEnd : start < hit) [hit, hitEnd] = [start, end];
    }
  }
  let [from, to] = frame(chars, hitEnd && hit, hitEnd);
  const [lead, tail] = [from > 0 ? '…' : '', to < chars.length ? '…' : ''];
  while (BLANK.test(chars[from])) from += 1;
  while (BLANK.test(chars[to - 1])) to -= 1;
  const marks = (lead && '0') + marked.subarray(from, to).join('');
  /** @type {Span[]} */
  const highlights = Array.from(marks.matchAll(/1+/g), ({ index = 0, 0: run }) => [index, index + run.length]);
  return { excerpt: lead + chars.slice(from, to).join('') + tail, highlights };
};

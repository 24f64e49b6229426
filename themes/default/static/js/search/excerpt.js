// The words around a hit, and what is marked in them, in code points of the text as shown.
const USUAL = 120;
// What a text is cut into: sentences, with the quotes that close behind them; clauses.
const PIECES = [/[^。！？；!?;]*[。！？；!?;]?[”’」』）》】]*/g, /[^，、：,:]*[，、：,:]?/g];

/** @type {Fn['frame']} */
const frame = (chars, hit, hitEnd) => {
  let [from, to] = [0, chars.length];
  for (const piece of PIECES) {
    if (to - from > USUAL) {
      let sum = from;
      /** @type {any} */
      const pieces = chars.slice(from, to).join('').match(piece);
      /** @type {any[]} */
      const ends = [from, ...pieces.map((/** @type {string} */ text) => (sum += Array.from(text).length))];
      const start = ends.filter((end) => end <= hit).pop();
      to = Math.max(ends.find((end) => end > hit), ends.filter((end) => end - start <= USUAL).pop());
      from = Math.min(start, ends.find((end) => to - end <= USUAL));
    }
  }
  if (to - from > USUAL) from = Math.max(from, hit - 40);
  // A long hit is shown as far as three hundred characters reach.
  return [from, Math.max(Math.min(to, from + USUAL), Math.min(hitEnd, from + 300))];
};

/** @type {Fn['excerpt']} */
const excerpt = (blocks, terms) => {
  const bodyFirst = [...blocks].sort((a, b) => +a.heading - +b.heading);
  /** @type {(some: string[]) => (block: ShownBlock) => boolean} */
  const holds = (some) => ({ folded }) => some.some((term) => folded.text.includes(term));
  const own = bodyFirst.find(holds(terms.slice(0, 1)));
  const block = own || blocks.find(holds(terms)) || bodyFirst[0];
  if (!block) return { excerpt: '', highlights: [] };
  const chars = Array.from(block.text);
  const marked = chars.map(() => 0);
  const { text, spans } = block.folded;
  let [hit, hitEnd] = [0, 0];
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      const [[start], [, end]] = [spans[at], spans[at + term.length - 1]];
      marked.fill(1, start, end);
      if (!hitEnd || (!own && start < hit)) [hit, hitEnd] = [start, end];
    }
  }
  let [from, to] = frame(chars, hit, hitEnd);
  const [lead, tail] = [from ? '…' : '', to < chars.length ? '…' : ''];
  while (BLANK.test(chars[from])) from++;
  while (BLANK.test(chars[to - 1])) to--;
  const marks = (lead && '0') + marked.slice(from, to).join('');
  /** @type {Span[]} */
  const highlights = Array.from(marks.matchAll(/1+/g), (/** @type {any} */ { index, 0: run }) => [index, index + run.length]);
  return { excerpt: lead + chars.slice(from, to).join('') + tail, highlights };
};

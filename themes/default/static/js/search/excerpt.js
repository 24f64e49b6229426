// The words around a hit, and what is marked in them, in code points of the text as shown.
const USUAL = 120;
const LONGEST = 300;
const SENTENCES = /[^。！？；!?;]*[。！？；!?;][”’」』）》】]*|[^。！？；!?;]+/g;
const CLAUSES = /[^，、：,:]*[，、：,:]|[^，、：,:]+/g;

/** @type {Fn['positions']} */
const positions = (text, term) => {
  const found = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    found.push(at);
  }
  return found;
};

/** @type {Fn['grow']} */
const grow = (chars, from, to, pieces, place) => {
  const ends = [from];
  for (const piece of chars.slice(from, to).join('').match(pieces) || []) {
    ends.push(ends[ends.length - 1] + Array.from(piece).length);
  }
  let last = ends.findIndex((end) => end > place);
  let first = last - 1;
  while (last + 1 < ends.length && ends[last + 1] - ends[first] <= USUAL) {
    last += 1;
  }
  while (first > 0 && ends[last] - ends[first - 1] <= USUAL) {
    first -= 1;
  }
  return [ends[first], ends[last]];
};

/** @type {Fn['frame']} */
const frame = (chars, [hit, hitEnd]) => {
  let [from, to] = [0, chars.length];
  for (const pieces of [SENTENCES, CLAUSES]) {
    [from, to] = to - from > USUAL ? grow(chars, from, to, pieces, hit) : [from, to];
  }
  if (to - from > USUAL) {
    from = Math.max(from, hit - 40);
    to = Math.min(to, from + USUAL);
  }
  return [from, Math.max(to, Math.min(hitEnd, from + LONGEST))];
};

/** @type {Fn['excerpt']} */
const excerpt = (blocks, terms) => {
  const having = (among = terms) => (/** @type {ShownBlock} */ { folded }) => among.some((term) => folded().text.includes(term));
  const first = terms.slice(0, 1);
  const bodyFirst = [...blocks].sort((a, b) => Number(a.heading) - Number(b.heading));
  const best = bodyFirst.find(having(first));
  const block = best || blocks.find(having()) || bodyFirst[0];
  if (!block) {
    return { excerpt: '', highlights: [] };
  }
  const chars = Array.from(block.text);
  const { text, starts, ends } = block.folded();
  /** @type {(term: string) => Span[]} */
  const spans = (term) => positions(text, term).map((at) => [starts[at], ends[at + term.length - 1]]);
  const all = (among = terms) => among.flatMap(spans).sort((a, b) => a[0] - b[0]);
  let [from, to] = frame(chars, all(best ? first : terms)[0] || [0, 0]);
  const [lead, tail] = [from > 0 ? '…' : '', to < chars.length ? '…' : ''];
  while (from < to && BLANK.test(chars[from])) {
    from += 1;
  }
  while (to > from && BLANK.test(chars[to - 1])) {
    to -= 1;
  }
  /** @type {Span[]} */
  const highlights = [];
  const shift = lead.length - from;
  for (const range of all()) {
    const [start, end] = range.map((place) => Math.min(Math.max(place, from), to) + shift);
    const last = highlights[highlights.length - 1];
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else if (start < end) {
      highlights.push([start, end]);
    }
  }
  return { excerpt: lead + chars.slice(from, to).join('') + tail, highlights };
};

// The words around a hit, and what is marked in them, in code points of the text as shown.
const USUAL = 120;
const LONGEST = 300;

/** @type {Fn['occurrences']} */
const occurrences = ({ text, starts, ends }, term) => {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    found.push([starts[at], ends[at + term.length - 1]]);
  }
  return found;
};

/** @type {Fn['grow']} */
const grow = (chars, from, to, marks, closers, place) => {
  const ends = [from];
  for (let at = from; at < to; at += 1) {
    const closes = closers.includes(chars[at]) && ends[ends.length - 1] === at && at > from;
    if (closes) {
      ends[ends.length - 1] = at + 1;
    } else if (marks.includes(chars[at])) {
      ends.push(at + 1);
    }
  }
  ends.push(...(ends[ends.length - 1] < to ? [to] : []));
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
  for (const [marks, closers] of [['。！？；!?;', '”’」』）》】'], ['，、：,:', '']]) {
    [from, to] = to - from > USUAL ? grow(chars, from, to, marks, closers, hit) : [from, to];
  }
  if (to - from > USUAL) {
    from = Math.max(from, hit - 40);
    to = Math.min(to, from + USUAL);
  }
  return [from, Math.max(to, Math.min(hitEnd, from + LONGEST))];
};

/** @type {Fn['excerpt']} */
const excerpt = (blocks, terms) => {
  const having = (heading = false, among = terms) =>
    blocks.find((one) => one.heading === heading && among.some((term) => one.folded().text.includes(term)));
  const first = terms.slice(0, 1);
  const sought = having(false, first) || having(true, first) ? first : terms;
  const other = blocks.find((one) => terms.some((term) => one.folded().text.includes(term)));
  const block = having(false, first) || having(true, first) || other || blocks.find((one) => !one.heading) || blocks[0];
  if (!block) {
    return { excerpt: '', highlights: [] };
  }
  const chars = Array.from(block.text);
  const all = (among = terms) => among.flatMap((term) => occurrences(block.folded(), term)).sort((a, b) => a[0] - b[0]);
  let [from, to] = frame(chars, all(sought)[0] || [0, 0]);
  const [lead, tail] = [from > 0 ? '…' : '', to < chars.length ? '…' : ''];
  while (from < to && BLANK.test(chars[from])) {
    from += 1;
  }
  while (to > from && BLANK.test(chars[to - 1])) {
    to -= 1;
  }
  /** @type {[number, number][]} */
  const highlights = [];
  const shift = lead.length - from;
  for (const range of all()) {
    const [start, end] = [Math.max(range[0], from) + shift, Math.min(range[1], to) + shift];
    const last = highlights[highlights.length - 1];
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else if (start < end) {
      highlights.push([start, end]);
    }
  }
  return { excerpt: lead + chars.slice(from, to).join('') + tail, highlights };
};

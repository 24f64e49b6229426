// The words around a hit, and what is marked in them. All places are code points of the text as shown.

const USUAL = 120;
const LONGEST = 300;
const BEFORE = 40;
const SENTENCES = /[。！？；!?;]/;
const CLOSERS = '”’」』）》】';
const CLAUSES = /[，、：,:]/;

/**
 * Where a text occurs, overlaps included.
 * @param {Folded} folded
 * @param {string} term folded
 * @returns {[number, number][]} as shown, ends exclusive
 */
function occurrences(folded, term) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = folded.text.indexOf(term); at >= 0 && term; at = folded.text.indexOf(term, at + 1)) {
    found.push([folded.starts[at], folded.ends[at + term.length - 1]]);
  }
  return found;
}

/**
 * The places where pieces end: after each mark and the closing quotes behind it.
 * @param {string[]} chars @param {number} from @param {number} to @param {RegExp} marks @param {string} closers
 */
function borders(chars, from, to, marks, closers) {
  const ends = [from];
  for (let at = from; at < to; at += 1) {
    if (marks.test(chars[at])) {
      while (at + 1 < to && closers.includes(chars[at + 1])) {
        at += 1;
      }
      ends.push(at + 1);
    }
  }
  return ends[ends.length - 1] < to ? [...ends, to] : ends;
}

/**
 * The piece that holds a place and the pieces after and before it, as long as they fit.
 * @param {number[]} ends @param {number} place
 * @returns {[number, number]} one piece alone may be too long
 */
function grow(ends, place) {
  let last = ends.findIndex((end) => end > place);
  last = last < 1 ? ends.length - 1 : last;
  let first = last - 1;
  while (last + 1 < ends.length && ends[last + 1] - ends[first] <= USUAL) {
    last += 1;
  }
  while (first > 0 && ends[last] - ends[first - 1] <= USUAL) {
    first -= 1;
  }
  return [ends[first], ends[last]];
}

/**
 * @param {string[]} chars of the block
 * @param {[number, number]} hit
 * @returns {[number, number]}
 */
function frame(chars, [hit, hitEnd]) {
  if (chars.length <= USUAL) {
    return [0, chars.length];
  }
  let [from, to] = grow(borders(chars, 0, chars.length, SENTENCES, CLOSERS), hit);
  if (to - from > USUAL) {
    [from, to] = grow(borders(chars, from, to, CLAUSES, ''), hit);
  }
  if (to - from > USUAL) {
    from = Math.max(from, hit - BEFORE);
    to = Math.min(to, from + USUAL);
  }
  return [from, Math.max(to, Math.min(hitEnd, from + LONGEST))];
}

/**
 * @param {ShownBlock[]} blocks
 * @param {string[]} terms folded; the first matters most
 * @returns {{ text: string, heading: boolean, folded: () => Folded, hit: [number, number] } | null}
 */
function choose(blocks, terms) {
  /** @param {string} term @param {ShownBlock[]} among */
  const having = (term, among) => among.find((block) => block.folded().text.includes(term));
  const body = blocks.filter((block) => !block.heading);
  const first = terms.length ? having(terms[0], body) || having(terms[0], blocks) : undefined;
  if (first) {
    return { ...first, hit: occurrences(first.folded(), terms[0])[0] };
  }
  const other = blocks.find((block) => terms.some((term) => block.folded().text.includes(term)));
  if (other) {
    const hits = terms.flatMap((term) => occurrences(other.folded(), term).slice(0, 1));
    return { ...other, hit: hits.sort((a, b) => a[0] - b[0])[0] };
  }
  const block = body[0] || blocks[0];
  return block ? { ...block, hit: [0, 0] } : null;
}

/**
 * @param {[number, number][]} ranges
 * @returns {[number, number][]} sorted, those that overlap or touch made one
 */
function merge(ranges) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

/**
 * @param {ShownBlock[]} blocks
 * @param {string[]} terms folded
 * @returns {{ excerpt: string, highlights: [number, number][] }}
 */
function excerpt(blocks, terms) {
  const block = choose(blocks, terms);
  if (!block) {
    return { excerpt: '', highlights: [] };
  }
  const chars = Array.from(block.text);
  let [from, to] = frame(chars, block.hit);
  const lead = from > 0 ? '…' : '';
  const tail = to < chars.length ? '…' : '';
  while (from < to && BLANKS.includes(chars[from])) {
    from += 1;
  }
  while (to > from && BLANKS.includes(chars[to - 1])) {
    to -= 1;
  }
  const shift = lead.length - from;
  const hits = merge(terms.flatMap((term) => occurrences(block.folded(), term)));
  return {
    excerpt: lead + chars.slice(from, to).join('') + tail,
    highlights: hits
      .map(([start, end]) => /** @type {[number, number]} */ ([Math.max(start, from) + shift, Math.min(end, to) + shift]))
      .filter(([start, end]) => start < end),
  };
}

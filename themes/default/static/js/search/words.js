// A text → its fewest words, for queries that stand nowhere as typed. Of equal cuts the one whose first word
// is longer; punctuation and blanks between words are dropped.
/** @type {Fn['cut']} */
const cut = (text, words) => {
  const chars = Array.from(text);
  /** @type {Record<number, string[]>} of what begins at each character */
  const cuts = { [chars.length]: [] };
  for (let at = chars.length - 1; at >= 0; at--) {
    const [length] = [1, ...words[at]].sort((a, b) => cuts[at + a].length - cuts[at + b].length || b - a);
    cuts[at] = [chars.slice(at, at + length).join(''), ...cuts[at + length]];
  }
  return cuts[0].filter((word) => /..|[\p{Alphabetic}\p{N}]/u.test(word));
};

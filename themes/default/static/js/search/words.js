// A text → its fewest words, for queries that stand nowhere as typed. Of equal cuts the one whose first word
// is longer; punctuation and blanks between words are dropped.
/** @type {Fn['cut']} */
const cut = (text, wordsAt) => {
  const chars = Array.from(text);
  const pieces = new Array(chars.length + 1).fill(0);
  const lengths = new Array(chars.length).fill(1);
  for (let at = chars.length - 1; at >= 0; at -= 1) {
    [lengths[at]] = [1, ...wordsAt(at)].sort((a, b) => pieces[at + a] - pieces[at + b] || b - a);
    pieces[at] = 1 + pieces[at + lengths[at]];
  }
  const words = [];
  for (let at = 0; at < chars.length; at += lengths[at]) {
    words.push(chars.slice(at, at + lengths[at]).join(''));
  }
  return words.filter((word) => /..|[\p{Alphabetic}\p{N}]/u.test(word));
};

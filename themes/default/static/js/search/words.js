// A text → its fewest words, for queries that stand nowhere as typed. Of equal cuts the one whose first word
// is longer; punctuation and blanks between words are dropped.
/** @type {Fn['cut']} */
const cut = (text, wordsAt) => {
  const chars = Array.from(text);
  const pieces = new Array(chars.length + 1).fill(0);
  const lengths = new Array(chars.length).fill(1);
  for (let at = chars.length - 1; at >= 0; at -= 1) {
    pieces[at] = 1 + pieces[at + 1];
    for (const length of wordsAt(at)) {
      const count = 1 + pieces[at + length];
      if (count < pieces[at] || (count === pieces[at] && length > lengths[at])) {
        pieces[at] = count;
        lengths[at] = length;
      }
    }
  }
  const words = [];
  for (let at = 0; at < chars.length; at += lengths[at]) {
    words.push(chars.slice(at, at + lengths[at]));
  }
  return words.filter((word) => word.length > 1 || /[\p{Alphabetic}\p{N}]/u.test(word[0])).map((word) => word.join(''));
};

// A text → its fewest words, for queries that stand nowhere as they were typed.

/**
 * The fewest pieces that make up the text, each a word or one code point; of equal cuts the one whose
 * first piece is longer. Punctuation and blanks between words are left out.
 * @param {string} text folded
 * @param {(at: number) => number[]} wordsAt lengths of the words that begin there, in code points
 * @returns {string[]}
 */
function cut(text, wordsAt) {
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
    if (lengths[at] > 1 || /[\p{Alphabetic}\p{N}]/u.test(chars[at])) {
      words.push(chars.slice(at, at + lengths[at]).join(''));
    }
  }
  return words;
}

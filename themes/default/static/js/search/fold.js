// Text → the form in which it is compared: the twin of src/fold.rs. What one code point becomes is the
// site's table; which blanks stay is decided here.

const BLANKS =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const HAN = /[\u3005\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const TIGHT = ',.;:!?()"\'-~·/%《》<>…';

/** @param {string} c a code point of a folded text */
const isTight = (c) => (c >= '\u4e00' && c <= '\u9fff') || TIGHT.includes(c) || HAN.test(c);

/**
 * @param {FoldTable} table
 * @returns {(text: string) => Folded}
 */
function folder(table) {
  const map = new Map(table.others);
  const singles = Array.from(table.singles);
  for (let i = 0; i < singles.length; i += 2) {
    map.set(singles[i], singles[i + 1]);
  }
  for (const blank of BLANKS) {
    map.set(blank, ' ');
  }
  return (text) => {
    /** @type {Folded} */
    const done = { text: '', starts: [], ends: [] };
    /** @param {string} c @param {number} start @param {number} end */
    function put(c, start, end) {
      done.text += c;
      for (let i = 0; i < c.length; i += 1) {
        done.starts.push(start);
        done.ends.push(end);
      }
    }
    let at = 0;
    let tight = true; // the text's ends drop blanks like Han characters do
    let blank = -1;
    let blankEnd = -1;
    for (const shown of text) {
      const folded = map.get(shown);
      for (const c of folded === undefined ? shown : folded) {
        if (c === ' ') {
          blank = blank < 0 ? at : blank;
          blankEnd = at + 1;
          continue;
        }
        const beside = tight;
        tight = isTight(c);
        if (blank >= 0 && !beside && !tight) {
          put(' ', blank, blankEnd);
        }
        blank = -1;
        put(c, at, at + 1);
      }
      at += 1;
    }
    return done;
  };
}

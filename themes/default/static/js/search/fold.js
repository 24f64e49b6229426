// Text → the form in which it is compared, the twin of src/fold.rs. Traditional forms and
// punctuation are the site's table; which blanks stay is decided here. The functions' types and meanings stand in types.d.ts.
const BLANKS = '\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
const BLANK = new RegExp(`[${BLANKS}]`);
const HAN = /[\u3005\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const TIGHT = new RegExp(`[-,.;:!?()"'~·/%《》<>…${HAN.source.slice(1)}`, 'u');

/** @type {Fn['folder']} */
const folder = (unified, dropped) => {
  const unseen = new RegExp(`[${dropped}]`, 'u');
  /** @type {Map<string, string>} */
  const map = new Map();
  /** One code point by itself, worked out once. @param {string} shown */
  const folded = (shown) => {
    let done = map.get(shown);
    if (done === undefined) {
      const wide = unseen.test(shown) ? '' : shown.normalize('NFKC');
      const lower = Array.from(wide, (c) => c.toLowerCase()).join('');
      done = Array.from(lower, (c) => unified.get(c) || (BLANK.test(c) ? ' ' : c)).join('');
      map.set(shown, done);
    }
    return done;
  };
  return (text) => {
    /** @type {Folded} */
    const done = { text: '', starts: [], ends: [] };
    const put = (c = '', start = 0, end = 0) => {
      done.text += c;
      while (done.starts.length < done.text.length) {
        done.starts.push(start);
        done.ends.push(end);
      }
    };
    /** @type {number[]} */
    let blanks = [];
    let tight = true; // as are the text's ends
    Array.from(text).forEach((shown, at) => {
      for (const c of folded(shown)) {
        if (c === ' ') {
          blanks.push(at);
          continue;
        }
        const before = tight;
        tight = TIGHT.test(c);
        if (blanks.length && !before && !tight) {
          put(' ', blanks[0], blanks[blanks.length - 1] + 1);
        }
        blanks = [];
        put(c, at, at + 1);
      }
    });
    return done;
  };
};

// Text → the form in which it is compared, the twin of src/fold.rs. What a code point becomes is the site's
// table; which blanks stay is decided here. The functions' types and meanings stand in types.d.ts.
const BLANKS = '\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
const BLANK = new RegExp(`[${BLANKS}]`);
const HAN = /[\u3005\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const TIGHT = new RegExp(`[-,.;:!?()"'~·/%《》<>…${HAN.source.slice(1)}`, 'u');

/** @type {Fn['folder']} */
const folder = ({ singles, others }) => {
  const map = new Map(others);
  Array.from(singles).forEach((c, i, all) => i % 2 || map.set(c, all[i + 1]));
  return (text) => {
    /** @type {Folded} */
    const done = { text: '', starts: [], ends: [] };
    const put = (c = '', start = 0, end = 0) => {
      done.text += c;
      for (let unit = 0; unit < c.length; unit += 1) {
        done.starts.push(start);
        done.ends.push(end);
      }
    };
    let [at, blank, blankEnd] = [0, -1, -1];
    let tight = true; // as are the text's ends
    for (const shown of text) {
      for (const c of map.get(shown) ?? (BLANK.test(shown) ? ' ' : shown)) {
        if (c === ' ') {
          blank = blank < 0 ? at : blank;
          blankEnd = at + 1;
          continue;
        }
        const before = tight;
        tight = TIGHT.test(c);
        if (blank >= 0 && !before && !tight) {
          put(' ', blank, blankEnd);
        }
        blank = -1;
        put(c, at, at + 1);
      }
      at += 1;
    }
    return done;
  };
};

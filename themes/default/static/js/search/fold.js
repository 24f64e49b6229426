// Text → the form in which it is compared, the twin of src/fold.rs. Traditional forms, punctuation and blanks
// are the site's table; which blanks stay is decided here. The functions' types and meanings stand in types.d.ts.
const BLANKS = '\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
const BLANK = new RegExp(`[${BLANKS}]`);
const HAN = /[\u3005\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** No blank stands beside these, nor at a text's ends. */
const TIGHT = new RegExp(`^$|[-,.;:!?()"'~·/%《》<>…${HAN.source.slice(1)}`, 'u');

/** @type {Fn['folder']} */
const folder = ({ from, to, dropped }) => {
  const unseen = new RegExp(`[${dropped}]`, 'u');
  const targets = Array.from(to);
  /** @type {Map<string, string | undefined>} by the code point as shown; others are added as they are met */
  const known = new Map(Array.from(from, (c, i) => [c, targets[i]]));
  /** One code point by itself. */
  const one = (shown = '') => {
    if (!known.has(shown)) {
      const wide = unseen.test(shown) ? '' : shown.normalize('NFKC').toLowerCase();
      known.set(shown, Array.from(wide, (c) => known.get(c) ?? c).join(''));
    }
    return known.get(shown) || '';
  };
  return (text) => {
    /** @type {[c: string, start: number, end: number][]} */
    const pieces = [['', 0, 0]];
    Array.from(text, (shown, at) => {
      for (const c of one(shown)) {
        const last = pieces[pieces.length - 1];
        if (c === ' ' && last[0] === ' ') {
          last[2] = at + 1;
        } else {
          pieces.push([c, at, at + 1]);
        }
      }
    });
    pieces.push(['', 0, 0]);
    /** @type {Folded} */
    const done = { text: '', starts: [], ends: [] };
    pieces.forEach(([c, start, end], i) => {
      if (c !== ' ' || !(TIGHT.test(pieces[i - 1][0]) || TIGHT.test(pieces[i + 1][0]))) {
        done.text += c;
        for (let unit = 0; unit < c.length; unit += 1) {
          done.starts.push(start);
          done.ends.push(end);
        }
      }
    });
    return done;
  };
};

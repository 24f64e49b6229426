// Text → the form in which it is compared, the twin of src/fold.rs. Traditional forms, punctuation and blanks
// are the site's table; which blanks stay is decided here. The functions' types and meanings stand in types.d.ts.
// Unicode's blanks; the mark of byte order is none, it vanishes.
const BLANK = /(?!\ufeff)[\s\u0085]/;
const HAN = /[々〇〻㐀-䶿一-鿿\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** Two characters with no blank between them; before the first of a text stands none either. */
const TIGHT = new RegExp(`^[^]$|[-,.;:!?()"'~·/%《》<>…${HAN.source.slice(1)}`, 'u');

/** @type {Fn['folder']} */
const folder = ({ from, to, dropped }) => {
  const unseen = new RegExp(`[${dropped}]`, 'u');
  const targets = Array.from(to);
  /** @type {Map<string, any>} by the code point as shown; others are added as they are met */
  const known = new Map(Array.from(from, (c, i) => [c, targets[i]]));
  /** One code point by itself. @param {string} shown */
  const one = (shown) => {
    if (!known.has(shown)) {
      const wide = shown.normalize('NFKC').toLowerCase().replace(unseen, '');
      known.set(shown, Array.from(wide, (c) => known.get(c) ?? c).join(''));
    }
    return known.get(shown);
  };
  return (text) => {
    /** @type {Folded} */
    const done = { text: '', spans: [] };
    /** @param {string} c @param {Span} span */
    const add = (c, span) => {
      done.text += c;
      c.split('').forEach(() => done.spans.push(span));
    };
    let before = '';
    /** @type {Span | null} blanks that are not added yet */
    let blanks = null;
    Array.from(text, (shown, at) => {
      for (const c of one(shown)) {
        if (c === ' ') {
          blanks = [blanks?.[0] ?? at, at + 1];
        } else {
          if (blanks && !TIGHT.test(before + c)) add(' ', blanks);
          add(c, [at, at + 1]);
          before = c;
          blanks = null;
        }
      }
    });
    return done;
  };
};

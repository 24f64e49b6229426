// What was typed → what is looked for: text, quoted parts, exclusions, filters. Anything that is no
// operator is text.

/** @type {Record<string, FilterKey>} */
const KEYS = { 乡镇: 'township', 公司: 'company', 年: 'year', 期: 'issue', 日期: 'date' };
// A dash or key, then a quote that closes before a blank or the end, or a word.
const TOKEN = new RegExp(
  `(-|(${Object.keys(KEYS).join('|')})[:：])?(?:["“]([^]*?)["”](?=[${BLANKS}]|$)|([^${BLANKS}]+))`,
  'y',
);
const WORD = new RegExp(`[^${BLANKS}]+`, 'g');

/**
 * First and last day of a year, month or day.
 * @param {string} text
 * @returns {[string, string] | null}
 */
function period(text) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) {
    return null;
  }
  const [, year, month, day] = match;
  if (!month) {
    return [`${year}-01-01`, `${year}-12-31`];
  }
  // The calendar repeats after 400 years, and Date takes years below 100 for others.
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  const valid = month >= '01' && month <= '12' && (!day || (day >= '01' && Number(day) <= days));
  return valid ? [`${year}-${month}-${day || '01'}`, `${year}-${month}-${day || days}`] : null;
}

/**
 * @param {string} text D, D.., ..D or D..D
 * @returns {string | null} two ISO days with `..` between, either may be missing
 */
function dates(text) {
  const open = text.indexOf('..');
  const ends = open < 0 ? [text, text] : [text.slice(0, open), text.slice(open + 2)];
  const [from, to] = ends.map((end) => (end ? period(end) : ['', '']));
  return from && to && (from[0] || to[1]) ? `${from[0]}..${to[1]}` : null;
}

/**
 * The value as the filter takes it, null when it is none.
 * @param {FilterKey} key
 * @param {string} value folded
 * @param {Known} known
 */
function filterValue(key, value, known) {
  if (key === 'date') {
    return dates(value);
  }
  if (key === 'year') {
    return /^\d{4}$/.test(value) ? value : null;
  }
  if (key === 'issue' && /^\d{1,9}$/.test(value) && Number(value) > 0) {
    return String(Number(value));
  }
  return known(key, value) ? value : null;
}

/**
 * The plain tokens as parts: a blank between a digit and a Han character cuts nothing.
 * @param {string[]} tokens folded
 */
function join(tokens) {
  /** @type {string[]} */
  const parts = [];
  for (const token of tokens) {
    const before = parts.length ? parts[parts.length - 1] : '';
    const last = Array.from(before).pop() || '';
    const first = Array.from(token)[0];
    if ((/\d/.test(last) && HAN.test(first)) || (HAN.test(last) && /\d/.test(first))) {
      parts[parts.length - 1] += token;
    } else {
      parts.push(token);
    }
  }
  return parts;
}

/**
 * @param {string} typed
 * @param {(text: string) => string} fold
 * @param {Known} known
 * @returns {Query}
 */
function parseQuery(typed, fold, known) {
  const text = typed.normalize('NFC');
  /** @type {{ kind: 'plain' | 'quoted' | 'not' | 'filter', raw: string, text: string, key?: FilterKey }[]} */
  const tokens = [];
  for (let at = text.search(WORD); at >= 0 && at < text.length; ) {
    TOKEN.lastIndex = at;
    const [all, prefix, key, inner, word] = /** @type {RegExpExecArray} */ (TOKEN.exec(text));
    const value = fold(inner === undefined ? word : inner);
    const whole = value && (inner !== undefined || !/^["“]/.test(word));
    const filter = key && whole ? filterValue(KEYS[key], value, known) : null;
    let raw = all;
    if (filter !== null) {
      tokens.push({ kind: 'filter', raw, text: filter, key: KEYS[key] });
    } else if (whole && !key && (prefix || inner !== undefined)) {
      tokens.push({ kind: prefix ? 'not' : 'quoted', raw, text: value });
    } else {
      raw = /** @type {RegExpMatchArray} */ (text.slice(at).match(WORD))[0];
      tokens.push({ kind: 'plain', raw, text: fold(raw) });
    }
    at += raw.length;
    const next = text.slice(at).search(WORD);
    at = next < 0 ? text.length : at + next;
  }

  /** @param {string} kind */
  const texts = (kind) => tokens.filter((token) => token.kind === kind && token.text).map((token) => token.text);
  const filters = tokens.flatMap(({ key, text: value }) => (key ? [{ key, value }] : []));
  const positive = filters.length + texts('plain').length + texts('quoted').length > 0;
  const words = tokens.flatMap(({ kind, raw }) =>
    kind === 'plain' || (kind === 'not' && !positive) ? raw.match(WORD) || [] : [],
  );
  const plain = join(words.map(fold).filter(Boolean));
  const quoted = texts('quoted');
  const literal = plain.length ? fold(words.join(' ')) : quoted[0] || '';
  return {
    literal,
    quoted: plain.length ? quoted : quoted.slice(1),
    parts: plain.length || quoted.length > 1 ? [...plain, ...quoted] : [],
    plain: plain.length,
    not: positive ? texts('not') : [],
    filters,
  };
}

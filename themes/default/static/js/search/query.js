// What was typed → text, quoted parts, exclusions and filters. Anything that is no operator is text.
/** @type {Record<string, FilterKey>} */
const KEYS = { 乡镇: 'township', 公司: 'company', 年: 'year', 期: 'issue', 日期: 'date' };
// The word that begins a text; a dash or key; a quote that closes before a blank or the end, or the word's rest.
const TOKEN = new RegExp(
  `(?=([^${BLANKS}]+))(?:-|(${Object.keys(KEYS).join('|')})[:：])?(?:["“]([^]*?)["”](?=[${BLANKS}]|$)|([^${BLANKS}]+))`,
  'g',
);
// A cut that is none: between a digit and a Han character.
const JOINT = new RegExp(`(\\d)\n+(?=${HAN.source})|(${HAN.source})\n+(?=\\d)`, 'gu');

/** @type {Fn['period']} */
const period = (text) => {
  const days = ['', '-01', '-31', '-30', '-29', '-28', '-01-01', '-12-31'].map((end) => text + end);
  const [first, last = first] = days.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day) && new Date(day).toJSON()?.startsWith(day));
  return first ? [first, last] : null;
};

/** @type {Fn['filterValue']} */
const filterValue = (key, value) => {
  if (key === 'date') {
    const ends = value.includes('..') ? value.split('..') : [value, value];
    const [from, to, more] = ends.map((end) => (end ? period(end) : ['', '']));
    return from && to && !more && from[0] + to[1] ? `${from[0]}..${to[1]}` : '';
  }
  if (key === 'year') {
    return /^\d{4}$/.test(value) ? value : '';
  }
  return key === 'issue' && /^\d+$/.test(value) ? String((value.length < 10 && Number(value)) || '') : value;
};

/** @type {Fn['parseQuery']} */
const parseQuery = async (typed, fold, filterOf) => {
  const text = typed.normalize();
  const next = new RegExp(TOKEN);
  let [words, quoted, not] = /** @type {string[][]} */ ([[], [], []]);
  /** @type {Filter[]} */
  const filters = [];
  for (let token = next.exec(text); token; token = next.exec(text)) {
    const [raw, word, name, inner, plain] = token;
    // An open quote is text.
    const own = /^["“]/.test(plain) ? '' : fold(inner ?? plain);
    const key = KEYS[name];
    const filter = key && own ? await filterOf(key, own) : null;
    if (filter) {
      filters.push(filter);
    } else if (own && !key && raw !== plain) {
      (raw[0] === '-' ? not : quoted).push(own);
    } else {
      words.push(word);
      next.lastIndex = token.index + word.length;
    }
  }
  if (!filters.length && !quoted.length && !words.some(fold)) {
    // Exclusions alone are text.
    [words, not] = [text.split(BLANK), []];
  }
  /** @type {string[]} */
  const parts = words.map(fold).join('\n').replace(JOINT, '$1$2').match(/.+/g) || [];
  const plain = parts.length;
  parts.push(...(plain || quoted.length > 1 ? quoted : []));
  return { literal: plain ? fold(words.join(' ')) : quoted.shift() || '', quoted, parts, plain, not, filters };
};

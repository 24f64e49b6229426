// What was typed → text, quoted parts, exclusions and filters. Anything that is no operator is text.
/** @type {Record<string, FilterKey>} */
const KEYS = { 乡镇: 'township', 公司: 'company', 年: 'year', 期: 'issue', 日期: 'date' };
// A dash or key; a quote that closes before a blank or the end, or a word.
const TOKEN = new RegExp(`^(-|(${Object.keys(KEYS).join('|')})[:：])?(?:["“]([^]*?)["”](?=[${BLANKS}]|$)|([^"“${BLANKS}][^${BLANKS}]*))`);
const LEADING = new RegExp(`^[${BLANKS}]+`);
// No cut between a digit and a Han character.
const JOINT = new RegExp(`(\\d)\n(?=${HAN.source})|(${HAN.source})\n(?=\\d)`, 'gu');

const isDay = (text = '') => String(new Date(text).toJSON()).startsWith(text);

/** @type {Fn['period']} */
const period = (text) => {
  const last = /^\d{4}(-\d\d){0,2}$/.test(text) && ['-12-31', '-31', '-30', '-29', '-28', ''].map((end) => text + end).find(isDay);
  return last ? [`${text}-01-01`.slice(0, 10), last] : null;
};

/** @type {Fn['filterValue']} */
const filterValue = async (key, value, known) => {
  if (key === 'date') {
    const [from, to = from, ...more] = value.split('..');
    const [first, last] = [from, to].map((end) => (end ? period(end) : ['', '']));
    return first && last && from + to && !more.length ? `${first[0]}..${last[1]}` : null;
  }
  if (key === 'year') {
    return /^\d{4}$/.test(value) ? value : null;
  }
  if (key === 'issue' && /^\d+$/.test(value)) {
    return value.length < 10 && Number(value) ? String(Number(value)) : null;
  }
  return (await known(key, value)) ? value : null;
};

/** @type {Fn['parseQuery']} */
const parseQuery = async (typed, fold, known) => {
  /** @type {Filter[]} */
  const filters = [];
  /** @type {string[][]} excluded: as typed, not: as folded */
  const [words, quoted, excluded, not] = [[], [], [], []];
  let rest = typed.normalize('NFC').replace(LEADING, '');
  while (rest) {
    const [raw, prefix, name, inner, plain = ''] = TOKEN.exec(rest) || [''];
    const [word] = rest.split(BLANK, 1);
    const [key, text] = [KEYS[name], fold(inner ?? plain)];
    const value = key && text ? await filterValue(key, text, known) : null;
    const isOperator = value !== null || (text && !key && (prefix || inner !== undefined));
    if (value !== null) {
      filters.push({ key, value });
    } else if (!isOperator) {
      words.push(word);
    } else if (prefix) {
      excluded.push(...raw.split(BLANK));
      not.push(text);
    } else {
      quoted.push(text);
    }
    rest = rest.slice((isOperator ? raw : word).length).replace(LEADING, '');
  }

  // An exclusion alone would be everything else: then it is text.
  const positive = filters.length > 0 || quoted.length > 0 || words.some((word) => fold(word));
  const shown = positive ? words : excluded.filter(Boolean);
  const plain = shown.map(fold).filter(Boolean).join('\n').replace(JOINT, '$1$2').split('\n').filter(Boolean);
  const [literal = '', ...beside] = plain.length ? [fold(shown.join(' ')), ...quoted] : quoted;
  const parts = plain.length || beside.length ? [...plain, ...quoted] : [];
  return { literal, quoted: beside, parts, plain: plain.length, not: positive ? not : [], filters };
};

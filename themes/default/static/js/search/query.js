// What was typed → text, quoted parts, exclusions and filters. Anything that is no operator is text.
/** @type {Record<string, FilterKey>} */
const KEYS = { 乡镇: 'township', 公司: 'company', 年: 'year', 期: 'issue', 日期: 'date' };
// A dash or key; a quote that closes before a blank or the end, or a word.
const TOKEN = new RegExp(`(-|(${Object.keys(KEYS).join('|')})[:：])?(?:["“]([^]*?)["”](?=[${BLANKS}]|$)|([^${BLANKS}]+))`, 'y');
const WORDS = new RegExp(`[^${BLANKS}]+`, 'g');

/** @type {Fn['period']} */
const period = (text) => {
  const [all, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) || [];
  if (!all || !month) {
    return all ? [`${year}-01-01`, `${year}-12-31`] : null;
  }
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  const valid = month > '00' && month < '13' && (!day || (day > '00' && Number(day) <= days));
  return valid ? [`${year}-${month}-${day || '01'}`, `${year}-${month}-${day || days}`] : null;
};

/** @type {Fn['filterValue']} */
const filterValue = (key, value, known) => {
  if (key === 'date') {
    const ends = value.includes('..') ? value.split('..') : [value, value];
    const [from, to, more] = ends.map((end) => (end ? period(end) : ['', '']));
    return from && to && !more && (from[0] || to[1]) ? `${from[0]}..${to[1]}` : null;
  }
  if (key === 'year') {
    return /^\d{4}$/.test(value) ? value : null;
  }
  const number = key === 'issue' && /^\d{1,9}$/.test(value) && Number(value);
  return number ? String(number) : known(key, value) ? value : null;
};

/** @type {Fn['parseQuery']} */
const parseQuery = (typed, fold, known) => {
  const text = typed.normalize('NFC');
  /** @type {{ kind: string, raw: string, text: string, key?: FilterKey }[]} */
  const tokens = [];
  WORDS.lastIndex = 0;
  for (let word = WORDS.exec(text); word; word = WORDS.exec(text)) {
    TOKEN.lastIndex = word.index;
    const [raw = '', prefix, name, inner, plain] = TOKEN.exec(text) || [];
    const value = fold(inner ?? plain);
    const key = KEYS[name];
    const whole = value && (inner !== undefined || !/^["“]/.test(plain));
    const filter = key && whole ? filterValue(key, value, known) : null;
    const kind = prefix ? 'not' : 'quoted';
    if (filter !== null) {
      tokens.push({ kind: 'filter', raw, text: filter, key });
    } else if (whole && !key && (prefix || inner !== undefined)) {
      tokens.push({ kind, raw, text: value });
    } else {
      tokens.push({ kind: 'plain', raw: word[0], text: fold(word[0]) });
      continue;
    }
    WORDS.lastIndex = TOKEN.lastIndex;
  }

  const texts = (kind = '') => tokens.filter((token) => token.kind === kind && token.text).map((token) => token.text);
  const filters = tokens.flatMap(({ key, text: value }) => (key ? [{ key, value }] : []));
  const quoted = texts('quoted');
  const positive = filters.length + texts('plain').length + quoted.length > 0;
  const words = tokens.flatMap(({ kind, raw }) => (kind === 'plain' || (kind === 'not' && !positive) ? raw.match(WORDS) || [] : []));
  /** @type {string[]} */
  const parts = [];
  let before = '';
  for (const word of words.map(fold).filter(Boolean)) {
    const [last] = Array.from(before).slice(-1);
    const pair = (last || '') + Array.from(word)[0]; // no cut between a digit and a Han character
    const joined = /\d/.test(pair) && HAN.test(pair) ? parts.pop() : '';
    parts.push(joined + word);
    before = word;
  }
  const plain = parts.length;
  const literal = plain ? fold(words.join(' ')) : quoted[0] || '';
  parts.push(...(plain || quoted.length > 1 ? quoted : []));
  return { literal, quoted: plain ? quoted : quoted.slice(1), parts, plain, not: positive ? texts('not') : [], filters };
};

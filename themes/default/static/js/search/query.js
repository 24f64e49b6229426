// What was typed → text, quoted parts, exclusions and filters. Anything that is no operator is text.
/** @type {Record<string, string>} */
const KEYS = { township: '乡镇', company: '公司', year: '年', issue: '期', date: '日期' };
const ANY_KEY = Object.values(KEYS).join('|');
// The word that begins a text; a dash or key; a quote that closes before a blank or the end, or the word's rest.
const WORD = '((?:[^\\s\u0085]|\ufeff)+)';
const TOKEN = new RegExp(`(?=${WORD})(?:-|(${ANY_KEY})[:：])?(?:["“]([^]*?)["”](?=${BLANK.source}|$)|${WORD})`, 'g');
// A cut that is none: between a digit and a Han character.
const JOINT = new RegExp(`(\\d)\n+(?=${HAN.source})|(${HAN.source})\n+(?=\\d)`, 'gu');

/** @type {Fn['filterValue']} */
const filterValue = (key, value) => {
  const ends = value.split('..');
  /** @type {Record<string, boolean>} */
  const unfit = {
    year: !/^\d{4}$/.test(value),
    issue: /^(0+|\d{10,})$/.test(value),
    date: value === '..' || ends.length > 2 || !ends.every((end) => !end || (/^\d{4}(-\d\d){0,2}$/.test(end) && new Date(end).toJSON()?.startsWith(end))),
  };
  return unfit[key] ? '' : key === 'issue' ? value.replace(/^0+(?=\d+$)/, '') : value;
};

/** @type {Fn['parseQuery']} */
const parseQuery = async (typed, fold, filterOf) => {
  const text = typed.normalize();
  const next = new RegExp(TOKEN);
  /** @type {string[][]} */
  let [words, quoted, not] = [[], [], []];
  /** @type {Filter[]} */
  const filters = [];
  /** @type {RegExpExecArray | null} */
  let token;
  while ((token = next.exec(text))) {
    const [raw, word, name, inner, plain] = token;
    // An open quote is text.
    const own = /^["“]/.test(plain) ? '' : fold(inner ?? plain);
    const key = Object.keys(KEYS).find((one) => KEYS[one] === name);
    const filter = key && own && (await filterOf(key, own));
    if (filter) {
      filters.push(filter);
    } else if (own && !key && raw !== plain) {
      (raw[0] === '-' ? not : quoted).push(own);
    } else {
      words.push(word);
      next.lastIndex = token.index + word.length;
    }
  }
  // Exclusions alone are text.
  if (!filters[0] && !quoted[0] && !words.some(fold)) [words, not] = [text.split(BLANK), []];
  /** @type {string[]} */
  const parts = words.map(fold).join('\n').replace(JOINT, '$1$2').match(/.+/g) || [];
  const plain = parts.length;
  if (plain || quoted.length > 1) parts.push(...quoted);
  return { literal: plain ? fold(words.join(' ')) : quoted.shift() || '', quoted, parts, plain, not, filters };
};

// The search's own arithmetic, asked the same questions as Rust's: the tables in tests/search.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, vectors, wholeTable } from './search-files.js';

const { searching } = core();
const folded = searching.folder(wholeTable());
const fold = (/** @type {string} */ text) => folded(text).text;

/** What a script gives, as a value of this world. @param {unknown} value */
const plain = (value) => JSON.parse(JSON.stringify(value));

/**
 * @param {string} name of the table
 * @param {number} least lines that it must have
 * @param {(vector: any) => [got: unknown, expected: unknown] | Promise<[got: unknown, expected: unknown]>} ask
 */
async function checkAll(name, least, ask) {
  const all = vectors(name);
  assert.ok(all.length >= least, `${all.length} lines`);
  for (const [i, vector] of all.entries()) {
    const [got, expected] = await ask(vector);
    assert.deepEqual(plain(got), expected, `${name}.jsonl:${i + 1} ${JSON.stringify(vector)}`);
  }
}

test('fold', () => checkAll('fold', 300, (vector) => [fold(vector.in), vector.out]));

/** A year, month or day as its first or last day, as Rust writes a filter of dates. @param {string} date @param {number} end */
const dayOf = (date, end) => {
  const [year, month = end ? 12 : 1, day] = date.split('-').map(Number);
  return date && new Date(Date.UTC(year, month - (day || !end ? 1 : 0), day || (end ? 0 : 1))).toISOString().slice(0, 10);
};

test('queries', () =>
  checkAll('parse', 60, async ({ in: typed, known = {}, out }) => {
    const filterOf = async (/** @type {string} */ key, /** @type {string} */ text) => {
      const value = searching.filterValue(key, text);
      const names = (known[key] ?? []).map(fold);
      const there = names.includes(value) || ['year', 'date'].includes(key) || /^\d+$/.test(value); // a number need not be there
      return value && there ? { key, value } : null;
    };
    const { literal, quoted, parts, not, filters } = await searching.parseQuery(typed, fold, filterOf);
    for (const filter of filters.filter((/** @type {any} */ one) => one.key === 'date')) {
      const [from, to = from] = filter.value.split('..');
      filter.value = [from, to].map(dayOf).join('..');
    }
    return [{ literal, quoted, parts, not, filters }, out];
  }));

test('ranking', () => checkAll('rank', 60, ({ fn, args, out }) => [searching[fn](...args), out]));

test('word cut', () =>
  checkAll('cut', 30, ({ text, words, out }) => {
    const chars = Array.from(text);
    const lengths = words.map((/** @type {string} */ word) => Array.from(word).length);
    const wordsAt = chars.map((_, at) =>
      lengths.filter((/** @type {number} */ length, /** @type {number} */ i) => chars.slice(at, at + length).join('') === words[i]));
    return [searching.cut(text, wordsAt), out];
  }));

test('excerpts', () =>
  checkAll('excerpt', 40, ({ blocks, terms, excerpt, highlights }) => {
    const shown = blocks.map((/** @type {ShownBlock} */ block) => ({ ...block, folded: folded(block.text) }));
    return [searching.excerpt(shown, terms), { excerpt, highlights }];
  }));

test('a hit maps to the text as shown', () => {
  const check = (/** @type {string} */ text, /** @type {string} */ hit, /** @type {string} */ expected) => {
    const { text: all, spans } = folded(text);
    const at = all.indexOf(hit);
    assert.ok(at >= 0, `${hit} in ${all}`);
    assert.equal(Array.from(text).slice(spans[at][0], spans[at + hit.length - 1][1]).join(''), expected);
  };
  check('一、曹镇乡', '曹镇', '曹镇');
  check('８ 月 １６ 日', '8月16日', '８ 月 １６ 日');
  check('在 曹\u200b镇 乡', '曹镇', '曹\u200b镇');
  check('葛\u{e0100}洲坝', '葛', '葛');
  check('约100㎡的', '2的', '㎡的');
  check('甲…乙', '..', '…');
  check('a \u3000 b', 'a b', 'a \u3000 b');
  check('a \u200b b', ' ', ' \u200b ');
  check('𰻞𰻞面', '𰻝面', '𰻞面');
  check('a \u00b4b', '\u0301b', '\u00b4b');
});

test('bits', () => {
  const read = (/** @type {string} */ text) => searching.reader(text.replace(/\s/g, ''));
  assert.equal(searching.bitsOf(Buffer.from([0, 1, 0x80, 0xfe]).toString('base64')), '00000000000000011000000011111110');
  const { number } = read('1 010 011 00100 000000000000000000001111111111111111111111');
  assert.deepEqual([0, 1, 2, 3].map(() => number()), [0, 1, 2, 3]);
  const { symbol } = read('000 000 000 111 001 0000 001 0001 101 11111111 110 1 000000001 110 01 0000000000 111');
  assert.deepEqual(Array.from('12345678', () => symbol()), [0, 7, 8, 9, 503, 505, 1016, -1]);
  assert.deepEqual(plain(read('00100 10 11 01 0').rising(9)), [0, 2, 5]);
  assert.deepEqual(plain(read('1').rising(9)), []);
  assert.deepEqual([...read('0 010 1 10').marks(4)], [0, 0, 1, 0]);
  assert.deepEqual([...read('1 1').marks(3)], [1, 1, 1]);
  assert.deepEqual(plain(read('').list(() => 1)), [], 'no bits, no items');
  const { list, take, pass } = read('011 101 110 0111');
  assert.deepEqual([plain(list(() => take(3))), pass(1), pass(3)], [[5, 6], '0', '111']);
});

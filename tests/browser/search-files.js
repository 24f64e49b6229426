// Runs the search scripts as they ship, without a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { REPOSITORY } from './support.js';

/** In the order in which they make up assets/search.js, but for page.js, which needs a page. */
const SCRIPTS = ['fold', 'query', 'words', 'rank', 'excerpt', 'shards', 'engine'];

/** The search in a world of its own. @returns {any} its `tongbao` */
export function core() {
  /** @type {any} */
  const world = { atob, performance, document: {} };
  world.window = world;
  const texts = SCRIPTS.map((name) => readFileSync(join(REPOSITORY, 'themes/default/static/js/search', `${name}.js`), 'utf8'));
  const inner = 'filterValue, parseQuery, cut, impact, level, weight, log2x16, idf, excerpt, searcher, reader, bitsOf';
  const all = `${texts.join('')}Object.assign(window.tongbao.searching, { ${inner} });\n`;
  runInContext(`'use strict';\n(() => {\n${all}})();\n`, createContext(world), { filename: 'search.js' });
  const { searching } = world.tongbao;
  // As engine.js puts the two together.
  searching.product = (/** @type {number} */ df, /** @type {number} */ units, /** @type {number} */ of) =>
    searching.idf(df, units) * searching.weight(of);
  return world.tongbao;
}

/**
 * The lines of a table that Rust reads too.
 * @param {string} name
 * @returns {any[]}
 */
export function vectors(name) {
  const lines = readFileSync(join(REPOSITORY, 'tests/search', `${name}.jsonl`), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Code points that cannot be seen. */
const DROPPED = '\u00ad\u180b-\u180d\u180f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}';
const PUNCTUATION = new Map(
  ['〇○◯', '-‐‑‒–—―−－', '"“”„‟「」『』＂', "'‘’＇", '(【〔［〖[', ')】〕］〗]', ',、，､', '.。｡．', '·・•‧', '~～〜'].flatMap((row) => {
    const [to, ...from] = row;
    return from.map((c) => /** @type {const} */ ([c, to]));
  }),
);

/** What the fold does after NFKC and lower case, by its definition (SPEC 7.1), for every ideograph and mark. */
export function wholeTable() {
  const lines = readFileSync(join(REPOSITORY, 'src/fold/traditional.txt'), 'utf8').split('\n');
  const pairs = lines.filter((line) => line && !line.startsWith('#')).map((line) => Array.from(line));
  const blanks = Array.from('\t\n\v\f\r\u0085\u1680\u2028\u2029', (blank) => [blank, ' ']);
  const all = [...pairs, ...PUNCTUATION, ...blanks];
  return { from: all.map(([from]) => from).join(''), to: all.map(([, to]) => to).join(''), dropped: DROPPED };
}

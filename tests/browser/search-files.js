// Runs the search scripts as they ship, without a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { REPOSITORY } from './support.js';

/** In the order in which they make up assets/search.js; page.js needs a page. */
const SCRIPTS = ['fold', 'query', 'words', 'rank', 'excerpt', 'shards', 'engine'];

/**
 * The scripts in a world of their own.
 * @returns {Tongbao}
 */
export function core() {
  /** @type {any} */
  const world = { atob, performance };
  world.window = world;
  createContext(world);
  for (const name of SCRIPTS) {
    const path = join(REPOSITORY, 'themes/default/static/js/search', `${name}.js`);
    runInContext(readFileSync(path, 'utf8'), world, { filename: path });
  }
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
const DROPPED = /[\u00ad\u200b-\u200d\u2060\ufeff\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const PUNCTUATION = new Map(
  ['〇○◯', '-‐‑‒–—―−－', '"“”„‟「」『』＂', "'‘’＇", '(【〔［〖[', ')】〕］〗]', ',、，､', '.。｡．', '·・•‧', '~～〜'].flatMap((row) => {
    const [to, ...from] = row;
    return from.map((c) => /** @type {const} */ ([c, to]));
  }),
);

/** Step 1 of the fold by its definition (SPEC 7.1), for code points below U+30000. @returns {FoldTable} */
export function wholeTable() {
  const lines = readFileSync(join(REPOSITORY, 'src/fold/traditional.txt'), 'utf8').split('\n');
  const simplified = new Map(lines.filter((line) => line && !line.startsWith('#')).map((line) => /** @type {[string, string]} */ ([...line])));
  const one = (/** @type {string} */ c) => {
    const simple = simplified.get(c) ?? c;
    return PUNCTUATION.get(simple) ?? (/\s/.test(simple) ? ' ' : simple);
  };
  let singles = '';
  /** @type {[string, string][]} */
  const others = [];
  for (let code = 0; code < 0xe0200; code += 1) {
    if (code === 0xd800) code = 0xe000;
    if (code === 0x323b0) code = 0xe0000;
    const c = String.fromCodePoint(code);
    const folded = DROPPED.test(c) ? '' : Array.from(c.normalize('NFKC'), (wide) => Array.from(wide.toLowerCase(), one).join('')).join('');
    if (folded === c) continue;
    if (Array.from(folded).length === 1) singles += c + folded;
    else others.push([c, folded]);
  }
  return { singles, others };
}

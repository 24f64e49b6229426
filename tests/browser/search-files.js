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
  const world = { atob, performance };
  world.window = world;
  const texts = SCRIPTS.map((name) => readFileSync(join(REPOSITORY, 'themes/default/static/js/search', `${name}.js`), 'utf8'));
  runInContext(`'use strict';\n(() => {\n${texts.join('')}})();\n`, createContext(world), { filename: 'search.js' });
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

/** Step 1 of the fold by its definition (SPEC 7.1), for all code points that are assigned. */
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
  // Planes 0, 1, 2 and the selectors; most ideographs have nothing but a simplified form.
  for (let code = 0; code < 0xe0200; code += 1) {
    if (code === 0xac00) code = 0xe000;
    if (code === 0x323b0) code = 0xe0000;
    const c = String.fromCodePoint(code);
    const whole = (code >= 0x3400 && code < 0xa000) || (code >= 0x20000 && code < 0x2f800);
    const wide = whole ? c : c.normalize('NFKC').replace(/[^]/gu, (one) => one.toLowerCase());
    const folded = DROPPED.test(c) ? '' : Array.from(wide, one).join('');
    if (folded === c) continue;
    if (Array.from(folded).length === 1) singles += c + folded;
    else others.push([c, folded]);
  }
  return { singles, others };
}

// The search as it is shipped, in a real Chromium: the built index, loaded from the disk and over http,
// answers as the command line does, result for result, and finds what a plain scan of the sections' texts
// finds; a missing file is named and looked for once more. The suite writes some of the sites when told
// where: TONGBAO_CORPORA names the folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { core, wholeTable } from './search-files.js';
import { PROGRAM, REPOSITORY, build, launch, serve, watch } from './support.js';

const TODAY = '2026-01-01';
/** What random texts are not good for: every rung, operator and kind of name. */
const ASKED = [
  '企业', '公司', 'qlsd', '2024', '8月', '项目 推进', '推进项目进展', '"项目" -推进', '年:2024', '年:2024 项目', '期:1', '期:999', '期:0', '期:2099-001 项目', '年:2024 年:2023 期:1', '日期:2024-01..2024-06 项目',
  '乡镇:无此乡', '“', '-', '的', '，', '。', 'zz', '企 业', '專案', '项目进展情况推进会议纪要', '𠮷', '日期:2025', '项目 -"公司"',
  '啊啊啊', '推己及人无此句', '重构不重写', '车轮战', '恕道东南西北', 'w1', '甲乙甲乙甲乙甲乙', '🙂', '👩‍👩‍👧', "isn't", '啊'.repeat(300), '东南西北'.repeat(30),
];

/** Numbers that are the same in every run (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The sections of a site, folded block by block, by address. @param {string} folder */
function sectionsOf(folder) {
  const fold = core().searching.folder(wholeTable());
  /** @type {{ url: string, text: string }[]} */
  const sections = JSON.parse(readFileSync(join(folder, 'data/sections.json'), 'utf8'));
  return sections.map(({ url, text }) => ({ url, lines: text.split('\n').map((line) => /** @type {string} */ (fold(line).text)) }));
}

/** Texts cut out of the sections. @param {ReturnType<typeof sectionsOf>} sections @param {number} count @param {number} seed */
function cuts(sections, count, seed) {
  const lines = sections.flatMap(({ lines }) => lines).filter(Boolean).map((line) => Array.from(line));
  const below = random(seed);
  const cut = () => {
    const line = lines[below(lines.length)];
    const length = 1 + below(Math.min(below(9) ? 20 : 400, line.length));
    const at = below(line.length - length + 1);
    return line.slice(at, at + length).join('').replace(/["“”]/g, '').trim();
  };
  return Array.from({ length: count }, cut).filter(Boolean);
}

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {string} */
let temp;
before(async () => {
  temp = mkdtempSync(join(tmpdir(), 'tongbao-'));
  execFileSync('cargo', ['test', '--quiet', '--test', 'suite', 'corpora::the_sites_for_the_browser'], {
    cwd: REPOSITORY,
    env: { ...process.env, TONGBAO_CORPORA: join(temp, 'corpora') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(temp, { recursive: true, force: true });
});

/** @param {string} source @param {string} query @param {string[]} options */
function commandLine(source, query, ...options) {
  const args = ['--site', source, 'search', '--json', ...options, '--', query];
  return JSON.parse(execFileSync(PROGRAM, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** The search page of a site, in a browser that lacks what one of 2020 lacks. @param {string} base */
async function searchPage(base) {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    delete (/** @type {any} */ (Array.prototype).at);
    delete (/** @type {any} */ (Intl).Segmenter);
    delete (/** @type {any} */ (String.prototype).replaceAll);
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const watched = await watch(context, base);
  await watched.page.goto(`${base}search/index.html`);
  return { ...watched, close: () => context.close() };
}

/** @param {import('playwright-core').Page} page @param {string} query @param {object} options */
const ask = (page, query, options = {}) =>
  page.evaluate(([query, options]) => /** @type {any} */ (window).tongbao.search(query, options), /** @type {const} */ ([query, { limit: 20, ...options }]));

/** @param {any} answer */
const timeless = ({ elapsed_ms, ...rest }) => {
  assert.ok(Number.isInteger(elapsed_ms) && elapsed_ms >= 0);
  return rest;
};

/** @param {string} name */
const corpus = (name) => (/** @type {string} */ folder) => cpSync(join(temp, 'corpora', name), folder, { recursive: true });
/** What writes a site's sources into a folder, and how many texts are asked of the command line too. @type {[string, (folder: string) => void, number][]} */
const SOURCES = [
  ['the bulletin', (folder) => ['site.toml', 'content'].forEach((part) => cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true })), 30],
  ['the example', (folder) => void execFileSync(PROGRAM, ['init', folder], { stdio: 'ignore' }), 30],
  ['an invented archive', corpus('generated'), 30],
  ['rare characters', corpus('rare'), 30],
  ['a text of another kind', corpus('other'), 30],
];
for (const [name, write, count] of SOURCES) {
  describe(`search in ${name}`, () => {
    for (const way of ['file', 'http']) {
      test(`over ${way} it is the command line's and the scan's`, async () => {
        const folder = join(temp, `${name} ${way}`);
        write(folder);
        const site = build(folder);
        const server = way === 'http' ? await serve(site.folder) : undefined;
        const { page, trouble, close } = await searchPage(server?.url ?? site.url);
        try {
          const sections = sectionsOf(site.folder);
          for (const query of [...ASKED, ...cuts(sections, count, 20).map((text) => `"${text}"`)]) {
            assert.deepEqual(timeless(await ask(page, query)), timeless(commandLine(folder, query)), query);
          }
          const paged = timeless(await ask(page, '项目', { offset: 3, limit: 4, sort: 'date' }));
          assert.deepEqual(paged, timeless(commandLine(folder, '项目', '--offset', '3', '--limit', '4', '--sort', 'date')));
          const texts = cuts(sections, 700, way.length);
          const found = await page.evaluate(async (texts) => {
            const urls = [];
            for (const text of texts) {
              const { total, literal_total, results } = await tongbao.search(`"${text}"`, { limit: 0, brief: true });
              urls.push([total, literal_total, ...results.map(({ url }) => url).sort()]);
            }
            return urls;
          }, texts);
          texts.forEach((text, i) => {
            const urls = sections.filter(({ lines }) => lines.some((line) => line.includes(text))).map(({ url }) => url);
            assert.deepEqual(found[i], [urls.length, urls.length, ...urls.sort()], text);
          });
          assert.deepEqual(trouble, []);
        } finally {
          await close();
          await server?.stop();
          site.remove();
        }
      });
    }
  });
}

test('an entity found by another name says by which', async () => {
  const folder = join(temp, 'names');
  execFileSync(PROGRAM, ['init', folder], { stdio: 'ignore' });
  const site = build(folder);
  const { page, close } = await searchPage(site.url);
  try {
    const names = (/** @type {string} */ query) =>
      page.evaluate(async (query) => (await /** @type {any} */ (window).tongbao.search(query)).entities.map((/** @type {any} */ e) => [e.name, e.found]), query);
    assert.deepEqual(await names('澹州朔野能源'), [['澹州朔野光储科技有限公司', '澹州朔野能源有限公司']]);
    assert.deepEqual(await names('朔野光储'), [['澹州朔野光储科技有限公司', '']]);
    await page.fill('#t_q', '澹州朔野能源');
    await page.waitForFunction(() => /按“澹州朔野能源有限公司”找到/.test(document.body.innerText));
  } finally {
    await close();
    site.remove();
  }
});

test('a missing file is named, and found again after a new publication', async () => {
  const site = build(REPOSITORY);
  const server = await serve(site.folder);
  const { page, close } = await searchPage(server.url);
  try {
    const set = readdirSync(join(site.folder, 'search')).find((part) => /^[0-9a-f]{16}$/.test(part)) ?? '';
    const [shards, away] = [join(site.folder, 'search', set, 'i'), join(site.folder, 'search', 'away')];
    renameSync(shards, away);
    const refused = await page.evaluate(() =>
      /** @type {any} */ (window).tongbao.search('企业').then(() => null, (/** @type {any} */ error) => [error instanceof Error, error.shard]));
    assert.deepEqual(refused?.[0], true);
    assert.match(refused?.[1], new RegExp(`^search/${set}/i/\\d+\\.js$`));
    await page.fill('#t_q, [name=q]', '企业');
    await page.waitForFunction((set) => document.body.innerText.includes(set), set);
    renameSync(away, shards);
    assert.ok((await ask(page, '企业')).total > 0);
  } finally {
    await close();
    await server.stop();
    site.remove();
  }
});

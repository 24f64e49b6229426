// The search page, the box of every page and the marks, in a real Chromium. The engine is stood in for
// by one whose answers and delays are known here: what it finds is tested elsewhere.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import axe from 'axe-core';
import { REPOSITORY, build, launch, serve, watch } from './support.js';

/** @type {ReturnType<typeof build>} */
let site;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').BrowserContext} */
let context;
/** @type {import('playwright-core').Page} */
let page;
/** @type {string[]} */
let trouble;

/** Stands in for the engine: 45 results for most queries, two to an issue. Runs in the page. */
function standIn() {
  /** @type {any} */
  const world = window;
  // What a browser of 2020 lacks.
  delete (/** @type {any} */ (Array.prototype).at);
  delete (/** @type {any} */ (Intl).Segmenter);
  delete (/** @type {any} */ (String.prototype).replaceAll);
  world.asked = [];
  const hostile = '<img src=x onerror=alert(1)>';
  const result = (/** @type {number} */ i) => ({
    issue: `2022-${String(100 - Math.floor(i / 2)).padStart(3, '0')}`,
    date: '2022-09-09',
    url: 'issues/2022/006/index.html#gaoyanglu',
    title: `第${Math.floor(i / 2)}号${hostile}`,
    section: i ? `（${i}）高阳路街道` : '',
    township: '高阳路街道',
    townships: [{ id: 'gaoyanglu', name: '高阳路街道' }],
    companies: [],
    score: 1,
    excerpt: `𠮷氢蓝时代${hostile}考察`,
    highlights: [[1, 5], [33, 35]],
  });
  const facets = {
    township: [{ id: 'gaoyanglu', name: '高阳路街道', count: 30 }, { id: 'caozhen', name: '曹镇乡', count: 15 }],
    company: [],
    year: [{ id: '2022', count: 45 }],
    series: [{ id: 'tongbao', count: 45 }],
  };
  async function search(/** @type {string} */ query, /** @type {any} */ options) {
    if (!query) return world.tongbao.put({}); // what the marks fold by comes with the search's start
    world.asked.push({ query, ...options });
    await (query.includes('慢') && new Promise((done) => (world.goOn = done)));
    if (query.includes('缺')) {
      throw Object.assign(new Error('cannot load'), { shard: 'search/0123456789abcdef/i/7.js' });
    }
    const total = query.includes('无') ? 0 : query.includes('少') ? 3 : 45;
    const mode = query.includes('分') ? 'words' : total ? 'literal' : 'none';
    const { offset, limit } = options;
    const places = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => offset + i);
    const company = { kind: 'company', id: 'qinglan', name: '氢蓝时代动力科技有限公司', url: 'companies/index.html' };
    const entities = [company, ...(query.includes('众') ? ['甲', '乙'].map((name) => ({ ...company, id: name, name })) : [])];
    return {
      query, mode, total, literal_total: mode === 'literal' ? total : 0, offset, elapsed_ms: 1,
      entities: options.brief ? null : query.includes('氢蓝') ? entities : [],
      facets: options.brief ? null : facets,
      results: places.map(result),
    };
  }
  // Folding is lower case without blanks here; places are those of the text as shown.
  const folder = () => (/** @type {string} */ text) => {
    const shown = [...text].map((c, at) => ({ c: c.toLowerCase(), at })).filter(({ c }) => c.trim());
    return { text: shown.map(({ c }) => c).join(''), spans: shown.map(({ at }) => [at, at + 1]) };
  };
  const searching = { folder };
  world.tongbao = {};
  for (const [name, value] of Object.entries({ search, searching })) {
    Object.defineProperty(world.tongbao, name, { get: () => value, set: () => undefined });
  }
}

before(async () => {
  site = build(REPOSITORY);
  // The engine is stood in for, and so is what it reads.
  mkdirSync(join(site.folder, 'search'), { recursive: true });
  writeFileSync(join(site.folder, 'search/start.js'), "tongbao.put({});\n");
  server = await serve(site.folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
});

const field = () => page.locator('#t_q');
const count = () => page.locator('#t_count').innerText();
const hits = () => page.locator('#t_results li');
const asked = () => page.evaluate(() => /** @type {any} */ (window).asked);
const settled = () => page.waitForSelector('#t_found[aria-busy="false"]', { state: 'attached', timeout: 10_000 });
const query = () => new URL(page.url()).searchParams.get('q');
const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);

/** What axe finds wrong. It may not read style sheets from the disk, which the page need not answer for. */
async function violations() {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => /** @type {any} */ (window).axe.run({ preload: false }));
  return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes[0].html}`);
}

/** @param {string} base @param {string} [q] */
async function open(base, q) {
  await page.goto(new URL(q === undefined ? 'search/index.html' : `search/index.html?q=${encodeURIComponent(q)}`, base).href);
  if (q) await settled();
}

for (const way of ['file', 'http']) {
  describe(`the search page opened by ${way}`, () => {
    let base = '';

    beforeEach(async () => {
      base = way === 'file' ? site.url : server.url;
      context = await browser.newContext({ locale: 'zh-CN' });
      await context.addInitScript(standIn);
      ({ page, trouble } = await watch(context, base));
    });

    afterEach(async () => {
      await context.close();
      assert.deepEqual(trouble, []);
    });

    test('the first state shows how to ask and the lists, and the field is ready', async () => {
      await open(base);
      assert.equal(await focused(), 't_q');
      assert.ok(await page.locator('#t_how').isVisible());
      assert.ok(await page.locator('#t_lists').isVisible());
      assert.ok(await page.locator('#t_found').isHidden());
      await page.locator('#t_how a').first().click();
      await settled();
      assert.ok((await hits().count()) > 0, 'an example can be tried');
      assert.ok(await page.locator('#t_how').isHidden());
    });

    test('results come while typing, one question for quick strokes, first five and then the page', async () => {
      await open(base);
      await field().evaluate((input) => {
        for (const text of ['氢', '氢蓝', '氢蓝时', '氢蓝时代']) {
          /** @type {HTMLInputElement} */ (input).value = text;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
      });
      await settled();
      assert.deepEqual((await asked()).map((/** @type {any} */ a) => [a.query, a.limit, a.offset]), [['氢蓝时代', 5, 0], ['氢蓝时代', 20, 0]]);
      assert.equal(await count(), '共 45 处');
      assert.equal(await hits().count(), 20);
      assert.equal(await page.locator('#t_results h2:visible').count(), 10, 'two results to an issue share its head');
      assert.match(await hits().first().innerText(), /第 100 期/);
      assert.deepEqual(await hits().first().locator('mark').allInnerTexts(), ['氢蓝时代', '考察']);
      assert.match(await page.locator('#t_entities').innerText(), /^氢蓝时代动力科技有限公司\s+企业/);
      assert.equal(query(), '氢蓝时代');
      assert.equal(await page.locator('main img').count(), 0, 'texts stay text');
    });

    test('half-typed pinyin is never asked', async () => {
      await open(base);
      const keyboard = await context.newCDPSession(page);
      for (const text of ['q', 'qing', 'qing lan']) {
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        await page.waitForTimeout(200);
      }
      assert.deepEqual(await asked(), []);
      await keyboard.send('Input.insertText', { text: '氢蓝' });
      await settled();
      assert.equal((await asked())[0].query, '氢蓝');
    });

    test('old results stay until new ones are ready, and a late answer is dropped', async () => {
      await open(base, '少');
      await field().fill('慢');
      await page.waitForFunction(() => 'goOn' in window);
      assert.equal(await hits().count(), 3, 'the slow question leaves the old results');
      await field().fill('快少');
      await page.waitForFunction(() => location.search === '?q=%E5%BF%AB%E5%B0%91');
      await settled();
      await page.evaluate(() => /** @type {any} */ (window).goOn());
      await page.waitForTimeout(200);
      assert.equal(await count(), '共 3 处，见于 2 期');
      assert.deepEqual((await asked()).slice(2).map((/** @type {any} */ a) => [a.query, a.limit]), [['慢', 5], ['快少', 5], ['快少', 20]]);
    });

    test('the count and the mode are said in words, and to screen readers', async () => {
      await open(base, '少 分开');
      assert.equal(await count(), '共 3 处，见于 2 期');
      assert.equal(await page.locator('#t_mode').innerText(), '没有原样出现；以下是分别含有“少”、“分开”的段落。');
      await page.waitForFunction(() => document.getElementById('t_said')?.textContent !== '');
      assert.match(await page.locator('#t_said').innerText(), /^共 3 处，见于 2 期 没有原样出现/);
      assert.equal(await page.locator('#t_said').getAttribute('role'), 'status');
    });

    test('facets add a filter and take it away', async () => {
      await open(base, '项目');
      const facet = page.locator('#t_facets a', { hasText: '曹镇乡' });
      assert.equal(await page.locator('#t_facets h2').allInnerTexts().then((heads) => heads.join()), '乡镇', 'one year narrows nothing');
      await facet.click();
      await settled();
      assert.equal(query(), '乡镇:曹镇乡 项目');
      assert.equal(await field().inputValue(), '乡镇:曹镇乡 项目');
      assert.equal(await facet.getAttribute('aria-current'), 'true');
      await facet.click();
      await settled();
      assert.equal(query(), '项目');
    });

    test('sort, dates and pages stand in the address', async () => {
      await open(base, '项目');
      await page.locator('#t_sort a', { hasText: '时间' }).click();
      await page.locator('input[name="from"]').fill('2022-03');
      await page.waitForFunction(() => location.search.includes('from='));
      await settled();
      await page.locator('#t_pages a', { hasText: '下一页' }).click();
      await page.waitForFunction(() => location.search.includes('page=2'));
      await settled();
      const { sort, from, offset, limit } = (await asked()).pop();
      assert.deepEqual({ sort, from, offset, limit }, { sort: 'date', from: '2022-03', offset: 20, limit: 20 });
      assert.match(await page.locator('#t_pages').innerText(), /第 2 页，共 3 页/);
      await page.reload();
      await settled();
      assert.match(await page.locator('#t_pages').innerText(), /第 2 页，共 3 页/);
      assert.equal(await page.locator('input[name="from"]').inputValue(), '2022-03');
      await field().fill('项目进展');
      await page.waitForFunction(() => !location.search.includes('page='));
    });

    test('back and forward go from question to question, not from letter to letter', async () => {
      await open(base);
      const length = await page.evaluate(() => history.length);
      await field().pressSequentially('少', { delay: 150 });
      await field().pressSequentially('数', { delay: 150 });
      await settled();
      assert.equal(await page.evaluate(() => history.length), length, 'typing makes no entries');
      await field().press('Enter');
      await field().fill('项目');
      await page.waitForFunction(() => location.search === '?q=%E9%A1%B9%E7%9B%AE');
      await settled();
      await page.goBack();
      await settled();
      assert.equal(await field().inputValue(), '少数');
      assert.equal(await count(), '共 3 处，见于 2 期');
      await page.goForward();
      await settled();
      assert.equal(await field().inputValue(), '项目');
    });

    test('the keyboard reaches everything', async () => {
      await open(base, '氢蓝');
      await page.locator('h1').click();
      await page.keyboard.press('/');
      assert.equal(await focused(), 't_q');
      assert.equal(await field().inputValue(), '氢蓝');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(), '氢蓝时代动力科技有限公司');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(), '（1）高阳路街道');
      await page.keyboard.press('ArrowUp');
      assert.equal(await focused(), '开头');
      await page.keyboard.press('Escape');
      assert.equal(await focused(), 't_q');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/issues\/2022\/006\/index\.html\?mark=/);
    });

    test('others that may be meant are folded beside the first, and the arrow keys unfold them', async () => {
      await open(base, '氢蓝');
      assert.ok(await page.locator('#t_more').isHidden());
      await open(base, '氢蓝众');
      const others = page.locator('#t_others a.stop');
      assert.ok(await others.first().isHidden());
      await page.locator('#t_more summary').click();
      assert.deepEqual(await others.allInnerTexts(), ['甲', '乙']);
      await page.locator('#t_more summary').click();
      await field().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(), '甲');
      assert.ok(await others.last().isVisible());
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(), '开头');
      await open(base, '无 氢蓝众');
      assert.ok(await others.last().isVisible(), 'unfolded where there is nothing else');
    });

    test('opened with a question, the page shows no help before the answer', async () => {
      await page.goto(new URL(`search/index.html?q=${encodeURIComponent('慢')}`, base).href);
      await page.waitForFunction(() => 'goOn' in window);
      assert.ok(await page.locator('.waiting').isVisible());
      assert.ok(await page.locator('#t_how').isHidden());
      assert.ok(await page.locator('#t_lists').isHidden());
      await page.evaluate(() => /** @type {any} */ (window).goOn());
      await hits().first().waitFor();
      assert.ok(await page.locator('.waiting').isHidden());
    });

    test('a missing file is named, and nothing is called a result', async () => {
      await open(base, '缺');
      assert.match(await page.locator('#t_trouble').innerText(), /search\/0123456789abcdef\/i\/7\.js/);
      assert.ok(await page.locator('#t_found').isHidden());
      assert.ok(await page.locator('#t_lists').isVisible());
      await page.waitForFunction(() => document.getElementById('t_said')?.textContent !== '');
      assert.match(await page.locator('#t_said').innerText(), /0123456789abcdef/);
      await field().fill('少');
      await page.waitForSelector('#t_trouble', { state: 'hidden' });
      assert.equal(await count(), '共 3 处，见于 2 期');
    });

    test('nothing found says so and offers to drop filters', async () => {
      await open(base, '乡镇:曹镇乡 无此事');
      assert.equal(await count(), '没有查到“乡镇:曹镇乡 无此事”。');
      assert.ok(await page.locator('#t_lists').isVisible());
      await page.locator('#t_suggested a', { hasText: '乡镇:曹镇乡' }).click();
      await settled();
      assert.equal(query(), '无此事');
      await open(base, '无 氢蓝');
      assert.match(await page.locator('#t_count').innerText(), /名称相符/);
      assert.ok(await page.locator('#t_lists').isVisible());
    });

    test('every state passes axe and fits a telephone, in light and dark', async () => {
      await page.setViewportSize({ width: 375, height: 740 });
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await page.emulateMedia({ colorScheme });
        for (const q of [undefined, '氢蓝 分', '无', '缺']) {
          await open(base, q);
          await page.locator('.facets').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${q} is too wide`);
          assert.deepEqual(await violations(), [], `${q} ${colorScheme}`);
        }
      }
    });

    test('the box of a township begins with its filter, and what is typed follows it', async () => {
      await page.goto(new URL('townships/caozhen/index.html', base).href);
      assert.equal(await page.locator('.box input').inputValue(), '乡镇:曹镇乡 ');
      await page.keyboard.press('/');
      await page.keyboard.type('协议');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\/index\.html/);
      await settled();
      assert.equal((await asked())[0].query, '乡镇:曹镇乡 协议');
    });

    test('marks: hits are found by folded text, across inline elements, and gone through', async () => {
      const address = 'issues/2022/006/index.html?mark=考察了氢蓝 时代动力&mark=不在此处#gaoyanglu';
      await page.goto(new URL(address, base).href);
      await page.waitForSelector('mark.now');
      const marked = () => page.locator('article mark').allInnerTexts();
      assert.equal((await marked()).join(''), '考察了氢蓝时代动力');
      assert.ok((await marked()).length > 1, 'the name is a link of its own');
      assert.ok(await page.locator('mark.now').first().evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }));
      assert.match(await page.locator('#t_hits').innerText(), /第 1 处，共 1 处/);
      const text = await page.locator('article').innerText();
      await page.locator('#t_hits button', { hasText: '去掉标记' }).click();
      assert.equal(await page.locator('mark').count(), 0);
      assert.equal(await page.locator('article').innerText(), text);
      assert.equal(new URL(page.url()).search + new URL(page.url()).hash, '#gaoyanglu');
    });

    test('marks: the first in view is the first behind the anchor; n and p go on', async () => {
      await page.goto(new URL('issues/2022/006/index.html?mark=机制建立情况#jiulishan', base).href);
      await page.waitForSelector('mark.now');
      const place = () => page.locator('#t_hits span').innerText();
      assert.equal(await place(), '第 3 处，共 10 处');
      await page.keyboard.press('n');
      assert.equal(await place(), '第 4 处，共 10 处');
      await page.keyboard.press('p');
      await page.keyboard.press('p');
      await page.keyboard.press('p');
      await page.keyboard.press('p');
      assert.equal(await place(), '第 10 处，共 10 处');
      assert.deepEqual(await violations(), []);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('mark').first().evaluate((mark) => getComputedStyle(mark).backgroundColor), 'rgba(0, 0, 0, 0)');
      assert.ok(await page.locator('#t_hits').isHidden());
    });

    test('a page without marks loads no search', async () => {
      /** @type {string[]} */
      const loaded = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.goto(new URL('issues/2022/006/index.html', base).href);
      assert.deepEqual(loaded.filter((url) => /search\.js|start\.js/.test(url)), []);
      assert.ok(await page.locator('#t_hits').isHidden());
    });
  });
}

test('without scripts the box leads to the search page, which offers the lists', async () => {
  const still = await browser.newContext({ javaScriptEnabled: false });
  const { page: plain, trouble: seen } = await watch(still, site.url);
  await plain.goto(new URL('index.html', site.url).href);
  await plain.locator('.box input').fill('氢蓝');
  await plain.keyboard.press('Enter');
  await plain.waitForURL(/search\/index\.html\?q=/);
  assert.match(await plain.locator('main').innerText(), /脚本/);
  await plain.locator('#t_lists a', { hasText: '曹镇乡' }).click();
  assert.equal(await plain.locator('h1').innerText(), '曹镇乡');
  assert.deepEqual(seen, []);
  await still.close();
});

// Every kind of page of the example that `init` writes, in both colour schemes, on a telephone, by
// keyboard and on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { POLICY, PROGRAM, asked, build, kinds, launch, open, serve, violations, watch } from './support.js';

/** @type {string} */
let source;
/** @type {ReturnType<typeof build>} */
let site;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {string[]} */
let pages;

before(async () => {
  source = mkdtempSync(join(tmpdir(), 'tongbao-init-'));
  execFileSync(PROGRAM, ['init', '--quiet', source]);
  site = build(source);
  server = await serve(site.folder);
  browser = await launch();
  // kinds of pages, and those whose states differ: corrected, with an image, with a ranking, merged, renamed
  const more = ['issues/2024/003', 'issues/2024/004', 'issues/2023/004', 'townships/liuting', 'townships/duyun', 'companies/shuoye'];
  // and the search page: with results and facets, with a company before them, with several, with a township
  // and nothing else, with a filter alone, with nothing
  const answers = ['签约', '朔野', '霁川', 'tfjd', '年:2025', '量子卫星'].map(asked);
  pages = [...new Set([...kinds(site.files), ...more.map((path) => `${path}/index.html`), ...answers])];
});

after(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
  if (source) rmSync(source, { recursive: true });
});

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [375, 1366]) {
    // Each scheme and each width in both ways, in half the time.
    const way = (scheme === 'light') === (width === 375) ? 'file' : 'http';
    test(`axe finds nothing: ${scheme}, ${width} px, by ${way}`, async () => {
      const base = way === 'file' ? site.url : server.url;
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 800 } });
      const { page, trouble } = await watch(context, base);
      const found = [];
      for (const path of pages) {
        await open(page, new URL(path, base).href);
        for (const fault of await violations(page)) found.push(`${path}: ${fault}`);
      }
      assert.deepEqual(found, []);
      assert.deepEqual(trouble, []);
      await context.close();
    });
  }
}

for (const way of ['file', 'http']) {
  describe(`opened by ${way}`, () => {
    test('at 375 px no page scrolls sideways; policy, nothing inline, headings in order', async () => {
      const base = way === 'file' ? site.url : server.url;
      const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
      const { page, trouble } = await watch(context, base);
      const wrong = [];
      for (const path of pages) {
        await open(page, new URL(path, base).href);
        const { sideways, policy, inline, levels } = await page.evaluate(() => ({
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
          inline: document.querySelectorAll('script:not([src]), style, [style]').length,
          levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
        }));
        if (sideways > 0) wrong.push(`${path}: ${sideways} px too wide`);
        if (policy !== POLICY || inline > 0) wrong.push(`${path}: ${policy}, ${inline} inline`);
        if (levels.some((level, i) => (i ? level === 1 || level > levels[i - 1] + 1 : level !== 1))) wrong.push(`${path}: headings ${levels}`);
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(trouble, []);
      await context.close();
    });
  });
}

test('the contents and the marginal notes follow the reading', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 700 } });
  const { page } = await watch(context, server.url);
  await page.goto(new URL('issues/2025/001/index.html', server.url).href);
  const current = page.locator('.reading > .contents [aria-current]');
  await page.locator('#yanxi').evaluate((head) => head.scrollIntoView());
  await current.waitFor();
  assert.deepEqual(await current.allInnerTexts(), ['二、砚溪街道']);
  assert.match(await page.locator('.note-group.now').innerText(), /棠舟医疗/);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.locator('.contents li:last-child > [aria-current]').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await current.waitFor({ state: 'detached' });
  await context.close();
});

test('on a telephone the contents are folded, and open with the keyboard', async () => {
  const context = await browser.newContext({ viewport: { width: 375, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('issues/2025/001/index.html', server.url).href);
  const link = page.locator('.contents-folded a').first();
  assert.equal(await link.isVisible(), false);
  await page.locator('.contents-folded summary').press('Enter');
  assert.equal(await link.isVisible(), true);
  assert.equal(await page.locator('.reading > .contents').isVisible(), false);
  await context.close();
});

test('every link and button is reached with the Tab key and shows its focus', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  const { page } = await watch(context, server.url);
  for (const path of pages) {
    await open(page, new URL(path, server.url).href);
    // What is folded is reached when it is unfolded.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const count = await page.evaluate(() => [...document.querySelectorAll('a[href], button, summary, input')].filter((e) => e.getClientRects().length > 0).length);
    const reached = new Set();
    const faint = [];
    for (let n = 0; n < count + 20; n += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || !focused.matches('a, button, summary, input')) return null;
        const all = [...document.querySelectorAll('a[href], button, summary, input')];
        return { index: all.indexOf(focused), outline: getComputedStyle(focused).outlineStyle, html: focused.outerHTML };
      });
      if (!at) continue;
      reached.add(at.index);
      if (at.outline === 'none') faint.push(at.html);
    }
    assert.equal(reached.size, count, path);
    assert.deepEqual(faint, [], path);
  }
  await context.close();
});

test('nothing is cut off at the sides of a sheet of A4', async () => {
  // 156 mm between the margins
  const context = await browser.newContext({ viewport: { width: 590, height: 840 } });
  const { page } = await watch(context, server.url);
  for (const path of pages) {
    await open(page, new URL(path, server.url).href);
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main p, main h1, main h2, main li')]
        .filter((e) => !e.closest('.wide, .table'))
        .map((e) => ({ box: e.getBoundingClientRect(), html: e.outerHTML.slice(0, 80) }))
        .filter(({ box }) => box.width > 1 && (box.left < 0 || box.right > window.innerWidth))
        .map(({ html }) => html),
    );
    assert.deepEqual(cut, [], path);
    await page.emulateMedia({ media: 'screen' });
  }
  await context.close();
});

test('a matrix of fifty issues is printed whole, across the sheet', async () => {
  // 257 mm between the margins
  const context = await browser.newContext({ viewport: { width: 971, height: 643 } });
  const { page } = await watch(context, server.url);
  await page.goto(new URL('townships/matrix/2025/index.html', server.url).href);
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('.matrix tr')) {
      while (row.children.length <= 50) row.append(/** @type {Element} */ (row.lastElementChild).cloneNode(true));
    }
  });
  await page.emulateMedia({ media: 'print' });
  const sides = await page.locator('.matrix').boundingBox();
  assert.ok(sides && sides.x >= 0 && sides.x + sides.width <= 971, JSON.stringify(sides));
  await context.close();
});

/** What only leads elsewhere, or is explained by a tint: paper has no use for it. Nor is it shown by which name nobody was found. */
const ON_SCREEN = 'nav, button, form, .contents-folded, .margin, .facets, .how, .waiting, .entities summary, .entities .count + a, .onward, .own, .sort, .scale, [data-found=""]';

test('print loses no text but what leads elsewhere', async () => {
  const context = await browser.newContext();
  const { page } = await watch(context, server.url);
  for (const path of pages) {
    await page.emulateMedia({ media: 'screen' });
    await open(page, new URL(path, server.url).href);
    // What is shown, and what is folded.
    const texts = await page.evaluateHandle((leads) => {
      const walker = document.createTreeWalker(/** @type {Node} */ (document.querySelector('main')), NodeFilter.SHOW_TEXT);
      const all = [];
      while (walker.nextNode()) all.push(/** @type {Text} */ (walker.currentNode));
      return all.filter(({ data, parentElement: e }) => data.trim() && e && !e.closest(leads) && (e.checkVisibility() || e.closest('details:not([open])')));
    }, ON_SCREEN);
    await page.emulateMedia({ media: 'print' });
    const lost = await texts.evaluate((all) => all.filter((text) => !text.parentElement?.checkVisibility()).map((text) => text.data));
    assert.deepEqual(lost, [], path);
    assert.ok(path === '404.html' || (await texts.evaluate((all) => all.length)) > 1, path);
  }
  await context.close();
});

test('a page is painted before any script has come', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {import('playwright-core').Route[]} */
  const held = [];
  await page.route(/\.js$/, (route) => void held.push(route));
  for (const path of pages.filter((path) => !path.includes('?'))) {
    await page.goto(new URL(path, server.url).href, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    assert.ok(held.length > 0, path);
    assert.ok(await page.locator('h1').isVisible(), path);
    await Promise.all(held.splice(0).map((route) => route.abort()));
  }
  await context.close();
});

for (const way of ['file', 'http']) {
  test(`nothing shifts while a page loads by ${way}, nor when it is scrolled`, async () => {
    const base = way === 'file' ? site.url : server.url;
    for (const width of [375, 768, 1366]) {
      const context = await browser.newContext({ viewport: { width, height: 740 } });
      await context.addInitScript(() => {
        const shifts = /** @type {any} */ (window).shifts = [];
        new PerformanceObserver((list) => {
          for (const shift of /** @type {any[]} */ (list.getEntries())) shifts.push(`${shift.value}: ${shift.sources.map((/** @type {any} */ { node }) => node?.outerHTML?.slice(0, 60))}`);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const page = await context.newPage();
      // After the first paint, so that what scripts, answers and images move is seen to move.
      await page.route(/\.(js|png)$/, (route) => setTimeout(() => route.continue(), route.request().url().includes('/search/') ? 300 : 150));
      const found = [];
      for (const path of pages) {
        await page.goto(new URL(path, base).href);
        if (path.includes('?')) await page.locator('#t_found[aria-busy="false"]').waitFor();
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        for (const image of await page.locator('main img').all()) await image.scrollIntoViewIfNeeded();
        await page.waitForFunction(() => [...document.images].every((image) => image.complete));
        // Two frames on, what shifts has shifted.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        for (const shift of await page.evaluate(() => /** @type {any} */ (window).shifts)) found.push(`${path} at ${width} px: ${shift}`);
      }
      assert.deepEqual(found, []);
      await context.close();
    }
  });
}

test('a page loads at most 40 KB of styles and 12,000 bytes of scripts, the search aside', async () => {
  const context = await browser.newContext();
  const { page } = await watch(context, server.url);
  for (const path of pages) {
    await page.goto(new URL(path, server.url).href);
    const size = (/** @type {string} */ end) =>
      page.evaluate((end) => {
        const loaded = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
        const counted = loaded.filter(({ name }) => name.endsWith(end) && !name.includes('search'));
        return counted.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
      }, end);
    const [styles, scripts] = [await size('.css'), await size('.js')];
    assert.ok(styles > 0 && styles < 40_000, `${path}: ${styles} bytes of styles`);
    assert.ok(scripts > 0 && scripts < 12_000, `${path}: ${scripts} bytes of scripts`);
  }
  await context.close();
});

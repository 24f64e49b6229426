// The repository's own site in a real Chromium: from the disk, and from a web server under a sub-path.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { POLICY, REPOSITORY, asked, build, kinds, launch, open, serve, violations, watch } from './support.js';

/** @type {ReturnType<typeof build>} */
let site;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

/** The search page with results, with a township before them, with a filter alone, and with nothing. */
const ANSWERS = ['签约', '曹镇', '年:2022', '量子卫星'].map(asked);

before(async () => {
  site = build(REPOSITORY);
  server = await serve(site.folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
});

/** What a page holds that other pages and the disk can be asked about. */
function survey() {
  const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];
  const links = all('[href], [src]').map((e) => e.getAttribute('href') ?? e.getAttribute('src') ?? '');
  return {
    address: location.href,
    links: links.map((link) => new URL(link, document.baseURI).href),
    written: links,
    ids: all('[id]').map((e) => e.id),
    refresh: document.querySelector('meta[http-equiv="refresh" i]') !== null,
    policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    inline: all('script:not([src]), style, [style]').length,
    headings: all('h1, h2, h3, h4, h5, h6').map((e) => Number(e.tagName[1])),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.title,
    text: (document.querySelector('main') ?? document.body).innerText.trim(),
    tall: document.body.scrollHeight,
  };
}

/** @param {string} address @param {string} base */
const below = (address, base) => decodeURIComponent(new URL(address).pathname).slice(decodeURIComponent(new URL(base).pathname).length);

for (const way of ['file', 'http']) {
  describe(`opened by ${way}`, () => {
    /** @type {Map<string, ReturnType<typeof survey>>} */
    const pages = new Map();
    /** @type {string[]} */
    const troubles = [];
    let base = '';

    before(async () => {
      base = way === 'file' ? site.url : server.url;
      const context = await browser.newContext();
      const { page, trouble } = await watch(context, base);
      for (const path of site.files.filter((p) => p.endsWith('.html'))) {
        await page.goto(new URL(path, base).href);
        pages.set(path, await page.evaluate(survey));
        troubles.push(...trouble.splice(0).map((line) => `${path}: ${line}`));
      }
      await context.close();
    });

    test('there are pages, and each opens without a message, a dialog or a foreign request', () => {
      assert.ok(pages.size > 10, `${pages.size} pages`);
      assert.ok(pages.has('index.html'));
      assert.deepEqual(troubles, []);
    });

    test('every link and asset leads to a file of the site, and every fragment to a place in it', () => {
      const files = new Set(['', 'tongbao.json', 'SHA256SUMS.txt', ...site.files]);
      const broken = [];
      for (const [path, { links }] of pages) {
        for (const link of links) {
          const { protocol, hash } = new URL(link);
          if (['mailto:', 'tel:'].includes(protocol)) continue;
          const target = below(link, base);
          const ids = pages.get(target)?.ids;
          const place = decodeURIComponent(hash.slice(1));
          if (!link.startsWith(base)) broken.push(`${path}: ${link} leaves the site`);
          else if (!files.has(target)) broken.push(`${path}: ${target} is not there`);
          else if (target === '' || target.endsWith('/')) broken.push(`${path}: ${link} names no file`);
          else if (place && !ids?.includes(place)) broken.push(`${path}: ${target} has no ${hash}`);
        }
      }
      assert.deepEqual(broken, []);
    });

    test('no link is absolute: the site can lie anywhere', () => {
      for (const [path, { written }] of pages) {
        const absolute = written.filter((link) => /^(\/|[a-z]+:)/i.test(link) && !/^(mailto|tel):/i.test(link));
        assert.deepEqual(absolute, [], path);
      }
    });

    test('every page is reached from the front page', () => {
      const reached = new Set(['index.html']);
      for (const path of reached) {
        for (const link of pages.get(path)?.links ?? []) {
          const target = below(link, base);
          if (pages.has(target)) reached.add(target);
        }
      }
      const lost = [...pages].filter(([path, page]) => !reached.has(path) && path !== '404.html' && !page.refresh);
      assert.deepEqual(lost.map(([path]) => path), []);
    });

    test('every page names the policy and holds nothing inline', () => {
      for (const [path, { policy, inline, refresh }] of pages) {
        if (refresh) continue;
        assert.equal(policy, POLICY, path);
        assert.equal(inline, 0, path);
      }
    });

    test('one first heading, and no level left out', () => {
      for (const [path, { headings, refresh }] of pages) {
        if (refresh) continue;
        assert.equal(headings.filter((level) => level === 1).length, 1, `${path}: ${headings}`);
        assert.equal(headings[0], 1, `${path}: ${headings}`);
        headings.reduce((above, level) => (assert.ok(level <= above + 1, `${path}: ${headings}`), level));
      }
    });

    test('titles tell pages apart', () => {
      const titles = [...pages.values()].map((page) => page.title);
      assert.ok(titles.every((title) => title.trim() !== ''));
      const twice = titles.filter((title, i) => titles.indexOf(title) !== i);
      assert.deepEqual(twice, []);
    });

    test('no page scrolls sideways on a telephone of 375 px', async () => {
      const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
      const { page } = await watch(context, base);
      for (const path of [...pages.keys(), ...ANSWERS]) {
        await open(page, new URL(path, base).href);
        const { sideways } = await page.evaluate(survey);
        assert.ok(sideways <= 0, `${path} is ${sideways} px too wide`);
      }
      await context.close();
    });

    test('every kind of page says the same without JavaScript', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const { page, trouble } = await watch(context, base);
      for (const path of kinds(site.files)) {
        if (pages.get(path)?.refresh) continue;
        await page.goto(new URL(path, base).href);
        assert.ok(await page.locator('h1').isVisible(), path);
        const text = await page.locator('main').innerText();
        // What a page says only then, that something needs scripts, is no loss.
        const only = (await page.locator('main noscript').allInnerTexts()).join('\n');
        const said = (/** @type {string} */ line) => pages.get(path)?.text.includes(line) || only.includes(line);
        const missing = text.split('\n').filter((line) => !said(line.trim()));
        assert.notEqual(text.trim(), '', path);
        assert.deepEqual(missing, [], path);
        assert.deepEqual(trouble, [], path);
      }
      await context.close();
    });

    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      test(`every kind of page passes axe, ${colorScheme}`, async () => {
        const context = await browser.newContext({ colorScheme });
        const { page, trouble } = await watch(context, base);
        const found = [];
        for (const path of [...kinds(site.files), ...ANSWERS]) {
          if (pages.get(path)?.refresh) continue;
          await open(page, new URL(path, base).href);
          for (const fault of await violations(page)) found.push(`${path}: ${fault}`);
        }
        assert.deepEqual(found, []);
        assert.deepEqual(trouble, []);
        await context.close();
      });
    }

    test('the search page answers, with headings in order and links that lead somewhere', async () => {
      const context = await browser.newContext();
      const { page, trouble } = await watch(context, base);
      for (const path of ANSWERS) {
        await open(page, new URL(path, base).href);
        const { links, headings, inline } = await page.evaluate(survey);
        headings.reduce((above, level) => (assert.ok(level <= above + 1, `${path}: ${headings}`), level));
        assert.equal(inline, 0, path);
        for (const link of links) {
          const target = below(link, base);
          assert.ok(site.files.includes(target), `${path}: ${target} is not there`);
          const place = decodeURIComponent(new URL(link).hash.slice(1));
          if (place && target !== 'search/index.html') assert.ok(pages.get(target)?.ids.includes(place), `${path}: ${target} has no #${place}`);
        }
        const results = await page.locator('#t_results li').count();
        assert.equal(results > 0, path !== ANSWERS.at(-1), path);
        assert.equal(await page.locator('#t_facets a').count() > 0, results > 0, path);
      }
      assert.deepEqual(trouble, []);
      await context.close();
    });
  });
}

test('a missing page is answered with the 404 page, whole at any depth', async () => {
  const context = await browser.newContext();
  const { page, trouble } = await watch(context, server.url);
  for (const path of ['none.html', 'issues/1900/001/index.html']) {
    const answer = await page.goto(new URL(path, server.url).href);
    assert.equal(answer?.status(), 404);
    assert.ok(await page.locator('h1').isVisible());
  }
  assert.deepEqual(trouble.filter((line) => !line.startsWith('404') && !line.startsWith('console')), []);
  await context.close();
});

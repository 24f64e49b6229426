// The hostile cases of tests/hostile/cases.toml, opened in a real Chromium: nothing runs, nothing is
// asked of another host, nothing breaks a policy. The suite writes the site when told where:
// TONGBAO_HOSTILE names the folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { REPOSITORY, build, launch, serve, watch } from './support.js';

/** @type {ReturnType<typeof build>} */
let site;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
const source = mkdtempSync(join(tmpdir(), 'tongbao-hostile-'));

before(async () => {
  execFileSync('cargo', ['test', '--quiet', '--test', 'suite', 'hostile::the_site_for_the_browser'], {
    cwd: REPOSITORY,
    env: { ...process.env, TONGBAO_HOSTILE: source },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  site = build(source);
  server = await serve(site.folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  site?.remove();
  rmSync(source, { recursive: true });
});

for (const way of ['file', 'http']) {
  test(`by ${way}, no case runs, asks or breaks anything, and clicking does not either`, async () => {
    const base = way === 'file' ? site.url : server.url;
    const context = await browser.newContext();
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const { page, trouble } = await watch(context, base);
    const found = [];
    const pages = site.files.filter((path) => path.endsWith('.html'));
    assert.ok(pages.length > 150, `${pages.length} pages`);
    for (const path of pages) {
      await page.goto(new URL(path, base).href);
      const bad = await page.evaluate(() => {
        const all = [...document.querySelectorAll('*')];
        const names = all.flatMap((e) => e.getAttributeNames()).filter((name) => /^(on|style$|srcdoc$)/i.test(name));
        const links = [...document.querySelectorAll('a[href], area[href], form[action]')]
          .map((e) => new URL(e.getAttribute('href') ?? e.getAttribute('action') ?? '', document.baseURI).protocol)
          .filter((protocol) => !['http:', 'https:', 'mailto:', 'file:'].includes(protocol));
        const frames = all.filter((e) => /^(iframe|object|embed|svg|math|style|base)$/i.test(e.tagName)).map((e) => e.tagName);
        return [...names, ...links, ...frames];
      });
      for (const line of [...bad, ...trouble.splice(0)]) {
        // The pictures of the cases are no pictures: that they cannot be shown is no trouble.
        found.push(`${path}: ${line}`);
      }
    }
    assert.deepEqual(found, []);
    await context.close();
  });
}

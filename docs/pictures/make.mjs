// Makes the pictures of README from the example site: node docs/pictures/make.mjs
// Needs what tests/run.sh installs, and the built program (or TONGBAO).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM, build, launch } from '../../tests/browser/support.js';

const OFFICE = { width: 1180, height: 800 };
const PHONE = { width: 375, height: 720 };
/** Name, page, and what differs from a light office screen. */
const PICTURES = [
  ['home', 'index.html'],
  ['issue', 'issues/2025/002/index.html'],
  ['print', 'issues/2025/003/index.html', { media: 'print', viewport: { width: 794, height: 1000 } }],
  ['years', 'issues/index.html'],
  ['year', 'issues/2025/index.html'],
  ['bound', 'issues/2024/all/index.html'],
  ['townships', 'townships/index.html'],
  ['township', 'townships/qingli/index.html'],
  ['township-year', 'townships/qingli/2025/index.html'],
  ['matrix', 'townships/matrix/2025/index.html'],
  ['companies', 'companies/index.html'],
  ['initial', 'companies/initial/l/index.html'],
  ['company', 'companies/xinghe-cloud/index.html'],
  ['search', 'search/index.html?q=朔野'],
  ['search-first', 'search/index.html'],
  ['plain', 'pages/about/index.html'],
  ['not-found', '404.html'],
  ['phone-issue', 'issues/2025/002/index.html', { viewport: PHONE }],
  ['phone-search', 'search/index.html?q=乡镇:青篱镇 项目', { viewport: PHONE, scheme: 'dark' }],
  ['dark', 'townships/qingli/index.html', { scheme: 'dark' }],
];

const temp = mkdtempSync(join(tmpdir(), 'tongbao-pictures-'));
execFileSync(PROGRAM, ['init', join(temp, 'site')], { stdio: 'ignore' });
const site = build(join(temp, 'site'));
const browser = await launch();
for (const [name, path, { media = 'screen', scheme = 'light', viewport = OFFICE } = {}] of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme: scheme, locale: 'zh-CN' });
  await page.emulateMedia({ media });
  await page.goto(site.url + path);
  if (path.includes('?q=')) await page.waitForSelector('#t_found[aria-busy="false"]', { state: 'attached' });
  // What the printer adds: the margins of the sheet (37 mm above, 26 mm beside).
  if (media === 'print') await page.evaluate(() => { document.documentElement.style.padding = '140px 98px'; });
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
  await page.close();
}
await browser.close();
site.remove();
rmSync(temp, { recursive: true });

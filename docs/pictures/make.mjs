// Makes the pictures of README.md and README.zh-CN.md anew, from the site that `tongbao init` writes:
//
//   cargo build && node docs/pictures/make.mjs
//
// It needs what the browser tests need (tests/run.sh installs that), and pngquant.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM, asked, build, launch, open } from '../../tests/browser/support.js';

const DESK = { width: 1366, height: 900 };
const TELEPHONE = { width: 375, height: 812 };

/** Bytes that a picture, and all of them, may have. */
const MOST = 120_000;
const MOST_OF_ALL = 1_300_000;

/**
 * By name: which page, and what is not as usual: a screen of 1366 × 900, the light scheme, its top.
 * @type {Record<string, { page: string, viewport?: typeof DESK, dark?: boolean, paper?: boolean }>}
 */
const PICTURES = {
  home: { page: 'index.html' },
  issue: { page: 'issues/2025/001/index.html' },
  corrected: { page: 'issues/2024/003/index.html' },
  year: { page: 'issues/2024/index.html' },
  years: { page: 'issues/index.html' },
  bound: { page: 'issues/2024/all/index.html' },
  townships: { page: 'townships/index.html' },
  matrix: { page: 'townships/matrix/2024/index.html' },
  township: { page: 'townships/duyun/index.html' },
  companies: { page: 'companies/index.html' },
  letter: { page: 'companies/initial/l/index.html' },
  company: { page: 'companies/shuoye/index.html' },
  search: { page: 'search/index.html' },
  results: { page: asked('签约') },
  nothing: { page: asked('量子卫星') },
  plain: { page: 'pages/about/index.html' },
  'not-found': { page: '404.html' },
  dark: { page: 'townships/index.html', dark: true },
  paper: { page: 'issues/2025/001/index.html', paper: true, viewport: { width: 794, height: 1123 } },
  'telephone-home': { page: 'index.html', viewport: TELEPHONE },
  'telephone-issue': { page: 'issues/2025/001/index.html', viewport: TELEPHONE },
  'telephone-company': { page: 'companies/shuoye/index.html', viewport: TELEPHONE },
  'telephone-results': { page: asked('签约'), viewport: TELEPHONE },
};

const source = mkdtempSync(join(tmpdir(), 'tongbao-pictures-'));
execFileSync(PROGRAM, ['init', '--quiet', source]);
const site = build(source);
const browser = await launch();
let all = 0;
for (const [name, { page: path, viewport = DESK, dark, paper }] of Object.entries(PICTURES)) {
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light', locale: 'zh-CN' });
  const page = await context.newPage();
  await open(page, new URL(path, site.url).href);
  if (paper) {
    await page.emulateMedia({ media: 'print' });
    // The margins are the sheet's own; a screen has none.
    await page.addStyleTag({ content: 'body { margin: 37mm 26mm 35mm 28mm }' });
  }
  const file = join(import.meta.dirname, `${name}.png`);
  await page.screenshot({ path: file, clip: { x: 0, y: 0, ...viewport } });
  execFileSync('pngquant', ['--force', '--ext', '.png', '--nofs', '--strip', '--speed', '1', '32', file]);
  const { size } = statSync(file);
  all += size;
  console.log(`${name}.png ${size}`);
  if (size > MOST) throw new Error(`${name}.png has more than ${MOST} bytes`);
  await context.close();
}
console.log(`all: ${all}`);
if (all > MOST_OF_ALL) throw new Error(`the pictures have more than ${MOST_OF_ALL} bytes`);
await browser.close();
site.remove();
rmSync(source, { recursive: true });

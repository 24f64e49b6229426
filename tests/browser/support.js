// What the browser tests share: a built site, a plain web server, Chromium, and a watched page.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

/** The repository. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');
/** The policy that every page must live with, sent by the server and written in the page. */
export const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'";
/** Where on the web server the site lies. */
const SUB_PATH = '/dangwu/督查 通报/';

/** The built program. */
export const PROGRAM = process.env.TONGBAO ?? join(REPOSITORY, 'target/debug/tongbao');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Builds a site into a folder whose name has Chinese characters and a blank.
 * @param {string} source the site's folder
 */
export function build(source) {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'tongbao-')));
  const folder = join(temp, '湛河 通报');
  execFileSync(PROGRAM, ['--site', source, 'build', '--quiet', '--out', folder, '--today', '2026-01-01'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const manifest = JSON.parse(readFileSync(join(folder, 'tongbao.json'), 'utf8'));
  return {
    folder,
    /** @type {string[]} all files of the site */
    files: manifest.files.map((/** @type {{path: string}} */ file) => file.path),
    /** Base address when opened from the disk. */
    url: pathToFileURL(folder + '/').href,
    remove: () => rmSync(temp, { recursive: true }),
  };
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/**
 * A plain web server with the site under a sub-path; its 404 page is the site's.
 * @param {string} folder
 * @param {Record<string, string>} headers sent with every file
 */
export async function serve(folder, headers = { 'Content-Security-Policy': POLICY }) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    // Chromium asks the server, not the site, for an icon.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const below = path.startsWith(SUB_PATH) ? normalize(path.slice(SUB_PATH.length)) : '..';
    let file = below.startsWith('..') ? '' : join(folder, below);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = file !== '' && existsSync(file);
    if (!found) file = join(folder, '404.html');
    const type = /** @type {Record<string, string>} */ (TYPES)[extname(file)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'Content-Type': type, ...headers });
    createReadStream(file).on('error', () => response.end()).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: new URL(encodeURI(SUB_PATH), `http://127.0.0.1:${port}`).href,
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** The search page with a query in its address. @param {string} query */
export const asked = (query) => `search/index.html?q=${encodeURIComponent(query)}`;

/**
 * Opens a page; where it asks something, until the answer stands.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 */
export async function open(page, address) {
  await page.goto(address);
  if (new URL(address).searchParams.has('q')) await page.locator('#t_count:not(:empty)').waitFor();
}

/**
 * What axe finds on the page, with the first element of each. Without preload it asks for no style sheet
 * again, which a page of the disk may not.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>}
 */
export async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => /** @type {any} */ (window).axe.run({ preload: false }));
  return found.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
}

/** Debian's Chromium. */
export function launch() {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}; tests/run.sh installs it`);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/**
 * A page that notes all it should not do: console messages, errors, dialogs, requests that leave the
 * site and answers that are missing.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} base address that everything must begin with
 */
export async function watch(context, base) {
  const page = await context.newPage();
  /** @type {string[]} */
  const trouble = [];
  page.on('console', (message) => trouble.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) trouble.push(`foreign request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page before it is whole is no trouble.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') trouble.push(`${reason}: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  return { page, trouble };
}

/**
 * One page of every kind: addresses that differ only in numbers and names are of one kind.
 * @param {string[]} files
 */
export function kinds(files) {
  const kind = (/** @type {string} */ path) =>
    path
      .replace(/\d+/g, '0')
      .replace(/^(townships|companies|pages)\/(?!matrix\/|initial\/|index\.html)[^/]+/, '$1/x')
      .replace(/^companies\/initial\/[^/]+/, 'companies/initial/x');
  const pages = files.filter((path) => path.endsWith('.html'));
  return [...new Map(pages.map((path) => [kind(path), path])).values()];
}

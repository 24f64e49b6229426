// Asks a built site's search and Pagefind's the same questions, in the same headless Chromium, and prints
// how right they are and what they cost.
//
//   cargo build --release
//   cargo bench --bench generate -- --issues 1000 --out DIR/1000
//   node benches/search.mjs DIR/1000 [--each 25] [--rounds 3] [--pagefind FOLDER]
//
// What the builds cost is the median of the rounds, in turns. FOLDER holds node_modules/pagefind (npm install
// pagefind@1.6.0 there); without it tongbao is measured alone.
// Needs what tests/run.sh installs. What is counted is said in benches/README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { launch, serve } from '../tests/browser/support.js';

const HERE = import.meta.dirname;
const TONGBAO = process.env.TONGBAO ?? resolve(HERE, '../target/release/tongbao');
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const SOURCE = resolve(process.argv[2]);
const EACH = Number(argument('--each', 25));
const ROUNDS = Number(argument('--rounds', 3));
const PAGEFIND = argument('--pagefind');

/** As a reader compares: width, case and blanks do not count. Not the product's own fold. */
const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Runs a program and says what it needed: CPU seconds and peak memory of the largest process. */
function measured(program, args) {
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', program, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${run.stderr}`);
  const [user, system, peak] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, peak: peak / 1024 };
}

function sizes(folder) {
  let [files, raw, gzip] = [0, 0, 0];
  for (const entry of readdirSync(folder, { recursive: true })) {
    const path = join(folder, entry);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    files += 1;
    raw += bytes.length;
    // What is packed already gains nothing more.
    gzip += Math.min(bytes.length, gzipSync(bytes).length);
  }
  return { files, raw, gzip };
}

/** Numbers that are the same in every run. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Questions by kind, and for each the issues in which it stands. */
function questions(site) {
  const sections = readdirSync(join(site, 'data'))
    .filter((name) => /^sections.*\.json$/.test(name))
    .flatMap((name) => JSON.parse(readFileSync(join(site, 'data', name), 'utf8')));
  const lines = sections.flatMap(({ text }) => text.split('\n')).map((line) => Array.from(line));
  const companies = JSON.parse(readFileSync(join(site, 'data/companies.json'), 'utf8'));
  const below = random(7);
  const han = /^\p{Script=Han}+$/u;
  const cut = (length, fits) => {
    for (;;) {
      const line = lines[below(lines.length)];
      if (line.length < length) continue;
      const at = below(line.length - length + 1);
      const text = line.slice(at, at + length).join('');
      if (fits(text)) return text;
    }
  };
  const some = (list) => Array.from({ length: EACH }, () => list[below(list.length)]);
  const many = (length, fits) => Array.from({ length: EACH }, () => cut(length, fits));
  const isHan = (text) => han.test(text);
  const kinds = Object.fromEntries([1, 2, 3, 4, 6, 8, 12].map((n) => [`han${n}`, many(n, isHan)]));
  kinds.any20 = many(20, (text) => !/["“”]/.test(text) && text.trim() === text);
  kinds.company = some(companies.map(({ name }) => name));
  kinds.brand = some(companies.flatMap(({ names }) => names.slice(1)).filter(isHan));
  kinds.date = some(lines.flatMap((line) => line.join('').match(/\d+ ?月 ?\d+ ?日/g) ?? []));
  const folded = new Map();
  for (const { issue, text } of sections) {
    folded.set(issue, `${folded.get(issue) ?? ''}\n${text.split('\n').map(plain).join('\n')}`);
  }
  const truth = (text) => new Set([...folded].filter(([, page]) => page.includes(plain(text))).map(([issue]) => issue));
  return Object.entries(kinds).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text, truth: truth(text) })));
}

const percentile = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? NaN;

/** A page of its own, with the bytes and requests of the search's files. */
async function fresh(browser, url, counted) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = { bytes: 0, requests: 0, jobs: [] };
  page.on('response', (response) => {
    if (!counted(new URL(response.url()).pathname)) return;
    seen.requests += 1;
    seen.jobs.push(response.body().then((body) => { seen.bytes += body.length; }, () => undefined));
  });
  await page.goto(url);
  return { page, seen, close: () => context.close() };
}

async function ask(browser, asked, open, question, list) {
  const rows = [];
  for (const { kind, text, truth } of asked) {
    const { page, seen, close } = await open();
    await page.evaluate(`(${question})(${JSON.stringify([text, 5])})`);
    await Promise.all(seen.jobs);
    const [bytes, requests] = [seen.bytes, seen.requests];
    const found = await list(page, text);
    const shown = new Set(found);
    const right = [...shown].filter((issue) => truth.has(issue)).length;
    rows.push({
      kind, bytes, requests, truth: truth.size, shown: shown.size, right,
      exact: right === truth.size && shown.size === right,
      first: !truth.size || truth.has(found[0]),
    });
    await close();
  }
  return rows;
}

/**
 * Milliseconds of each question in a page that has answered one, and of the same question asked again. Nothing is
 * counted meanwhile: what is counted is taken out of the browser file by file, while the page waits for its files.
 */
async function warm(browser, url, question, asked) {
  const { page, close } = await fresh(browser, url, () => false);
  const time = (text) =>
    page.evaluate(`(async () => { const t = performance.now(); await (${question})(${JSON.stringify([text, 5])}); return performance.now() - t; })()`);
  await time('的');
  const times = [[], []];
  for (const { text } of asked) {
    for (const list of times) list.push(await time(text));
  }
  await close();
  return times;
}

/** Bytes that facets and suggestions load when the results stand: names are loaded for these alone. */
async function extras(asked, browser, url) {
  const bytes = { facets: [], suggestions: [] };
  const kinds = { facets: /\/search\/\w+\/(facets|[ce]\/\d+)\.js$/, suggestions: /\/search\/\w+\/n\/\d+\.js$/ };
  for (const { text } of asked) {
    for (const [kind, files] of Object.entries(kinds)) {
      const { page, seen, close } = await fresh(browser, url, (path) => files.test(path));
      await page.evaluate((text) => tongbao.search(text, { limit: 5 }), text);
      await Promise.all(seen.jobs);
      bytes[kind].push(seen.bytes);
      await close();
    }
  }
  return bytes;
}

function table(name, rows) {
  const kinds = [...new Set(rows.map(({ kind }) => kind)), 'all'];
  console.log(`\n${name}\n\n| kind | recall | precision | exact sets | first true | cold KB p50/p95/max | requests p50/p95/max |\n| --- | --- | --- | --- | --- | --- | --- |`);
  for (const kind of kinds) {
    const some = rows.filter((row) => kind === 'all' || row.kind === kind);
    const sum = (f) => some.reduce((total, row) => total + f(row), 0);
    const share = (f) => `${((100 * some.filter(f).length) / some.length).toFixed(0)} %`;
    const spread = (f, unit = 1) => [0.5, 0.95, 1].map((p) => Math.round(percentile(some.map(f), p) / unit)).join('/');
    const [recall, precision] = [sum((r) => r.right) / sum((r) => r.truth), sum((r) => r.right) / sum((r) => r.shown)];
    console.log(`| ${kind} | ${recall.toFixed(3)} | ${precision.toFixed(3)} | ${share((r) => r.exact)} | ${share((r) => r.first)} | ${spread((r) => r.bytes, 1000)} | ${spread((r) => r.requests)} |`);
  }
}

const temp = mkdtempSync(join(tmpdir(), 'tongbao-search-'));
const site = join(temp, 'site');
try {
  const bare = join(temp, 'bare');
  const runs = { without: [], whole: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const old of [site, bare, join(SOURCE, '.tongbao')]) rmSync(old, { recursive: true, force: true });
    runs.without.push(measured(TONGBAO, ['--site', SOURCE, 'build', '-q', '--no-search', '--out', bare]));
    rmSync(join(SOURCE, '.tongbao'), { recursive: true, force: true });
    runs.whole.push(measured(TONGBAO, ['--site', SOURCE, 'build', '-q', '--out', site]));
    if (!PAGEFIND) continue;
    runs.theirs.push(measured(join(resolve(PAGEFIND), 'node_modules/.bin/pagefind'), ['--site', site, '--glob', 'issues/[0-9]*/[0-9]*/index.html']));
  }
  const median = (list) => ({ cpu: percentile(list.map(({ cpu }) => cpu), 0.5), peak: percentile(list.map(({ peak }) => peak), 0.5) });
  const [without, whole] = [median(runs.without), median(runs.whole)];
  const own = sizes(join(site, 'search'));
  console.log('| | CPU s | peak MiB | files | MB | MB gzip |\n| --- | --- | --- | --- | --- | --- |');
  const line = (name, { cpu, peak }, { files, raw, gzip }) =>
    console.log(`| ${name} | ${cpu.toFixed(2)} | ${peak.toFixed(0)} | ${files} | ${(raw / 1e6).toFixed(1)} | ${(gzip / 1e6).toFixed(1)} |`);
  line('tongbao, search (whole build less one without; peak of the whole)', { cpu: whole.cpu - without.cpu, peak: whole.peak }, own);
  if (PAGEFIND) {
    line('Pagefind, index', median(runs.theirs), sizes(join(site, 'pagefind')));
  }
  const asked = questions(site);
  const server = await serve(site);
  const browser = await launch();
  const ours = (path) => /\/assets\/search\.js$|\/search\/.*\.js$/.test(path);
  const open = () => fresh(browser, `${server.url}search/index.html`, ours);
  const question = '([text, limit]) => tongbao.search(text, { limit, brief: true })';
  const all = async (page, text) => (await page.evaluate((text) => tongbao.search(text, { limit: 0, brief: true }), text)).results.map(({ issue }) => issue);
  // The page itself is no part of it: it asks nothing by itself.
  const rows = await ask(browser, asked.map((q) => ({ ...q, text: `"${q.text}"` })), open, question, all);
  table('tongbao', rows);
  const spread = (list, digits) => [0.5, 0.95, 1].map((p) => percentile(list, p).toFixed(digits)).join('/');
  const [first, again] = await warm(browser, `${server.url}search/index.html`, question, asked);
  console.log(`\nwarm, p50/p95/max: a new question in an open page ${spread(first, 1)} ms, the same again ${spread(again, 1)} ms`);
  for (const [kind, list] of Object.entries(await extras(asked, browser, `${server.url}search/index.html`))) {
    console.log(`${kind}, what they load besides: ${spread(list.map((n) => n / 1000), 0)} KB`);
  }
  if (PAGEFIND) {
    const urls = new Map();
    for (const name of readdirSync(join(site, 'pagefind/fragment'))) {
      const text = gunzipSync(readFileSync(join(site, 'pagefind/fragment', name))).toString('utf8');
      const { url } = JSON.parse(text.slice(text.indexOf('{')));
      const [, year, number] = /issues\/(\d+)\/(\w+)\//.exec(url);
      urls.set(name.replace('.pf_fragment', ''), `${year}-${number}`);
    }
    // Pagefind's WebAssembly is refused by the policy that tongbao's pages live with.
    writeFileSync(join(site, 'blank.html'), '<!DOCTYPE html><title>blank</title>');
    const open = await serve(site, {});
    const start = () => fresh(browser, `${open.url}blank.html`, (path) => path.includes('/pagefind/'));
    const theirQuestion = `async ([text, limit]) => {
      const pagefind = await import(new URL('pagefind/pagefind.js', ${JSON.stringify(open.url)}));
      const { results } = await pagefind.search(text);
      await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return results.map(({ id }) => id);
    }`;
    const list = async (page, text) => (await page.evaluate(`(${theirQuestion})(${JSON.stringify([text, 0])})`)).map((id) => urls.get(id));
    table('Pagefind, as typed', await ask(browser, asked, start, theirQuestion, list));
    table('Pagefind, in quotes', await ask(browser, asked.map((q) => ({ ...q, text: `"${q.text}"` })), start, theirQuestion, list));
    await open.stop();
  }
  await browser.close();
  await server.stop();
} finally {
  rmSync(temp, { recursive: true, force: true });
}

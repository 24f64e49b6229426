// The theme's scripts and these tests, checked by TypeScript: classic scripts, plain ES2020.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from './support.js';

const TSC = join(import.meta.dirname, 'node_modules/typescript/bin/tsc');
/** What the scripts share, and the files that they read. */
const SHARED = join(import.meta.dirname, 'types.d.ts');
const SCRIPTS = join(REPOSITORY, 'themes/default/static/js');

/** @param {string[]} args */
function check(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TSC, '--ignoreConfig', '--noEmit', '--pretty', 'false', ...args], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
}

test('the scripts that ship are ES2020 and rightly typed', () => {
  const files = readdirSync(SCRIPTS, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((name) => /\.js$|\.d\.ts$/.test(name)).map((name) => join(SCRIPTS, name));
  assert.ok(scripts.length > 0);
  check(['--allowJs', '--checkJs', '--strict', '--target', 'ES2020', '--lib', 'ES2020,DOM,DOM.Iterable', SHARED, ...scripts]);
});

// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { output, shared } from '../rspack.config.mjs';
import { installedChromium, launch, open } from './browser.mjs';
import { grafanas } from './rspack.config.mjs';

const bundle = resolve(output, 'module.js');
let browser;

before(async () => {
  browser = await launch(installedChromium());
});
after(() => browser.close());

test('the bundle asks only for what every supported Grafana shares', () => {
  const [, list] = /define\(\[([^\]]*)\]/.exec(readFileSync(bundle, 'utf8'));
  const names = list.split(',').map((name) => name.replaceAll(/["'\s]/g, ''));
  assert.deepEqual(
    names.filter((name) => !shared.includes(name)),
    []
  );
});

test('the bundle is small', () => {
  assert.ok(statSync(bundle).size < 80_000);
});

/** Why a set cannot be tried here, or false. */
const missing = ({ installed }) => (installed ? false : 'npm ci in harness/newest brings its libraries');

test('the sources fit the types of the newest Grafana', { skip: missing(grafanas[1]) }, () => {
  const compiler = resolve(import.meta.dirname, '../node_modules/typescript/bin/tsc');
  const project = resolve(import.meta.dirname, 'newest');
  const { stdout } = spawnSync(process.execPath, [compiler, '--noEmit', '-p', project], { encoding: 'utf8' });
  assert.equal(stdout, '');
});

for (const set of grafanas) {
  test(`the bundle works where the ${set.name} Grafana loads it`, { skip: missing(set) }, async () => {
    const start = '<script>window.grafanaBootData = { settings: {}, user: {}, navTree: [] }</script>';
    const html = `<!doctype html><body>${start}<script src="/host.js"></script></body>`;
    const { page, errors } = await open(browser, { html, directories: [set.directory, output] });
    await page.getByText('API key', { exact: false }).first().waitFor();
    await page.getByRole('combobox', { name: 'Metric' }).waitFor();
    await page.getByRole('textbox', { name: 'Sources' }).waitFor();
    assert.deepEqual(errors, []);
  });
}

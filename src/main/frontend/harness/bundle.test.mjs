// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { output, plugin, shared } from '../rspack.config.mjs';
import { eventually, installedChromium, launch, open } from './browser.mjs';
import { grafanas } from './rspack.config.mjs';

const bundle = resolve(output, 'module.js');
/** Of the plugin, where Grafana serves it from a sub-path. */
const AT = `/grafana/public/plugins/${plugin.id}/`;
/** What is fetched when it is shown. */
const LATER = ['annotations', 'code', 'explain', 'help', 'products', 'settings', 'variables'].map(
  (name) => `${name}.js`
);

let browser;

before(async () => {
  browser = await launch(installedChromium());
});
after(() => browser.close());

test('the bundle asks only for what every supported Grafana shares', () => {
  const [, list] = /define\(\[([^\]]*)\]/.exec(readFileSync(bundle, 'utf8'));
  const names = list.split(',').map((name) => name.replaceAll(/["'\s]/g, ''));
  assert.deepEqual(
    names.filter((name) => !shared.includes(name) && name !== 'module'),
    []
  );
});

test('the bundle is small, and what the first panel does not need lies beside it', () => {
  assert.ok(statSync(bundle).size < 65_000);
  const files = readdirSync(output).filter((name) => name.endsWith('.js'));
  assert.deepEqual(files.sort(), [...LATER, 'exchange.js', 'module.js'].sort());
});

/** Why a set cannot be tried here, or false. */
const missing = ({ installed }) => (installed ? false : 'npm ci in harness/newest brings its libraries');

test('the sources fit the types of the newest Grafana', { skip: missing(grafanas[1]) }, () => {
  const compiler = resolve(import.meta.dirname, '../node_modules/typescript/bin/tsc');
  const project = resolve(import.meta.dirname, 'newest');
  const { stdout } = spawnSync(process.execPath, [compiler, '--noEmit', '-p', project], { encoding: 'utf8' });
  assert.ok(stdout === '', stdout);
});

for (const set of grafanas) {
  test(`the bundle works where the ${set.name} Grafana loads it`, { skip: missing(set) }, async () => {
    const start = '<script>window.grafanaBootData = { settings: {}, user: {}, navTree: [] }</script>';
    const html = `<!doctype html><html data-plugin="${AT}"><body>${start}<script src="/host.js"></script></body>`;
    const directories = [set.directory, { at: AT, files: output }];
    const { page, errors, asked } = await open(browser, { html, directories });
    await page.getByText('API key', { exact: false }).first().waitFor();
    await page.getByRole('combobox', { name: 'Metric' }).first().waitFor();
    await page.getByRole('textbox', { name: 'Sources' }).waitFor();
    await page.getByRole('textbox', { name: 'Where', exact: true }).waitFor();
    const search = page.getByRole('textbox', { name: /^Search. Shift/ });
    await eventually(async () => assert.match(await search.inputValue(), /service:web/));
    await page.getByRole('button', { name: 'Explain' }).first().click();
    await page.getByText('1 call to Datadog').waitFor();
    const fetched = asked.filter((path) => path.startsWith(AT)).map((path) => path.slice(AT.length));
    assert.deepEqual(fetched.sort(), [...LATER, 'module.js'].sort());
    // the newest set comes without Monaco: its place is then the plain field's
    const unexpected = errors.filter((error) => set.name === 'oldest' || !/defineTheme|MonacoEditor/.test(error));
    assert.deepEqual(unexpected, []);
  });
}

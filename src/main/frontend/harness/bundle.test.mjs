// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { output, shared } from '../rspack.config.mjs';
import { installedChromium, launch, open } from './browser.mjs';
import { pages } from './rspack.config.mjs';

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

test('the bundle works where Grafana loads it', async () => {
  const html = '<!doctype html><body><script src="/host.js"></script></body>';
  const { page, errors } = await open(browser, { html, directories: [pages, output] });
  await page.getByText('API key', { exact: false }).first().waitFor();
  await page.getByText('system.cpu.user').first().waitFor();
  assert.deepEqual(errors, []);
});

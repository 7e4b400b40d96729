// SPDX-License-Identifier: Apache-2.0
// Tries the editors in a real browser, and loads the bundle as Grafana does: `npm run harness`, after `npm run build`.
// Screenshots are in target/frontend-harness/screenshots. The last line counts the tests; `npm run harness -- Monaco`
// runs those with that word in their name.
import { rspack } from '@rspack/core';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { build, installedChromium } from './browser.mjs';
import configs from './rspack.config.mjs';

if (!installedChromium()) {
  console.log('skipped: there is no Chromium here (apt install chromium, or name it in CHROMIUM)');
  process.exit(0);
}

await build(rspack(configs));
const files = ['editors.test.mjs', 'keyboard.test.mjs', 'bundle.test.mjs', 'page.test.mjs'].map(
  (name) => new URL(name, import.meta.url).pathname
);
const count = { passed: 0, failed: 0 };
const wanted = process.argv.slice(2);
const tests = run({ files, concurrency: 1, ...(wanted.length && { testNamePatterns: wanted }) });
// a file is told of as a test of its own, which is no test
const single = ({ details, name }) => details.type !== 'suite' && !name.endsWith('.mjs');
tests.on('test:pass', (event) => (count.passed += single(event) && !event.skip ? 1 : 0));
const reasons = [];
tests.on('test:fail', ({ name, details }) => {
  const { message } = details.error.cause ?? details.error;
  reasons.push(`failed: ${name}: ${String(message).split('\n').slice(0, 3).join(' ').slice(0, 400)}`);
  count.failed += 1;
  process.exitCode = 1;
});
tests.compose(spec).pipe(process.stdout);
process.on('exit', () => {
  console.log([...reasons, `${count.passed} passed, ${count.failed} failed`].join('\n'));
});

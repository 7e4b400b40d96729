// SPDX-License-Identifier: Apache-2.0
// Tries the editors in a real browser, and loads the bundle as Grafana does: `npm run harness`, after `npm run build`.
// Screenshots are in target/frontend-harness/screenshots. A test that fails is tried once more by itself, as a browser
// on a busy machine is late now and then; what fails twice is named again at the end. The last line counts the tests.
// `npm run harness -- Monaco` runs those with that word in their names.
import { rspack } from '@rspack/core';
import { once } from 'node:events';
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

/** A pattern that this name alone matches. */
const exactly = (name) => new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`);

/** Runs the tests, or those whose names match: how many passed, and each that failed with its reason. */
async function attempt(patterns) {
  const outcome = { passed: 0, failures: new Map() };
  const tests = run({ files, concurrency: 1, testNamePatterns: patterns });
  // a file is told of as a test of its own, which is no test, unless it could not be loaded
  const single = ({ details, name }) => details.type !== 'suite' && !name.endsWith('.mjs');
  tests.on('test:pass', (event) => (outcome.passed += single(event) && !event.skip ? 1 : 0));
  tests.on('test:fail', ({ name, details }) => {
    outcome.failures.set(
      name,
      String(details.error?.cause?.message ?? details.error)
        .split('\n', 3)
        .join(' ')
    );
  });
  const lines = tests.compose(spec);
  lines.pipe(process.stdout, { end: false });
  await once(lines, 'end');
  return outcome;
}

const wanted = process.argv.slice(2);
let { passed, failures } = await attempt(wanted.length ? wanted : undefined);
if (failures.size > 0) {
  console.log(`Once more: ${[...failures.keys()].join('; ')}`);
  const second = await attempt([...failures.keys()].map(exactly));
  passed += second.passed;
  failures = second.failures;
}
failures.forEach((reason, name) => console.log(`FAIL ${name}: ${reason}`));
console.log(`${passed} passed, ${failures.size} failed`);
process.exit(failures.size > 0 ? 1 : 0);

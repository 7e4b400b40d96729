// SPDX-License-Identifier: Apache-2.0
// Tries the editors in a real browser, and loads the bundle as Grafana does: `npm run harness`, after `npm run build`.
// Screenshots are in target/frontend-harness/screenshots.
import { rspack } from '@rspack/core';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { installedChromium } from './browser.mjs';
import configs from './rspack.config.mjs';

if (!installedChromium()) {
  console.log(
    'There is no Chromium here (apt install chromium, or name it in CHROMIUM): the browser tests are skipped.'
  );
  process.exit(0);
}

await build(configs);
const files = ['editors.test.mjs', 'bundle.test.mjs'].map((name) => new URL(name, import.meta.url).pathname);
run({ files, concurrency: 1 })
  .on('test:fail', () => (process.exitCode = 1))
  .compose(spec)
  .pipe(process.stdout);

function build(config) {
  const compiler = rspack(config);
  return new Promise((resolve, reject) =>
    compiler.run((error, stats) =>
      compiler.close(() => {
        const failure = error ?? (stats.hasErrors() && new Error(stats.toString('errors-only')));
        return failure ? reject(failure) : resolve();
      })
    )
  );
}

// SPDX-License-Identifier: Apache-2.0
// Bundles the editors: `node build.mjs`, or `node build.mjs --watch` while working on them.
import { rspack } from '@rspack/core';
import config from './rspack.config.mjs';

const watch = process.argv.includes('--watch');
const compiler = rspack(watch ? { ...config, mode: 'development', devtool: 'eval-source-map' } : config);

function report(error, stats) {
  if (error) {
    throw error;
  }
  console.log(stats.toString({ preset: 'errors-warnings', assets: true, colors: false }));
  process.exitCode = stats.hasErrors() ? 1 : 0;
}

if (watch) {
  compiler.watch({}, report);
} else {
  compiler.run((error, stats) => compiler.close(() => report(error, stats)));
}

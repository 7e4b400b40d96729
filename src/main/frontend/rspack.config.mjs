// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const plugin = JSON.parse(readFileSync(resolve(here, '../plugin/plugin.json'), 'utf8'));

/** Where the build puts module.js; Maven packs it from there. */
export const output = resolve(here, '../../../target/frontend');

/**
 * What every supported Grafana shares with plugins. The JSX runtime is not among them, hence the classic transform:
 * one bundle serves React 18 and 19.
 */
export const shared = [
  'react',
  'react-dom',
  'rxjs',
  'lodash',
  'moment',
  '@emotion/css',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
];

export const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'builtin:swc-loader',
    options: {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'classic' } },
      },
    },
  },
};

export default {
  mode: 'production',
  context: resolve(here, 'src'),
  entry: { module: ['./publicPath.ts', './module.ts'] },
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  externalsType: 'amd',
  externals: [...shared, 'rxjs/operators', { 'amd-module': 'module' }],
  module: { rules: [typescript] },
  output: {
    path: output,
    filename: '[name].js',
    // what the first panel does not need; asked for anew when it has changed
    chunkFilename: '[name].js?_cache=[contenthash]',
    library: { type: 'amd' },
    publicPath: `public/plugins/${plugin.id}/`,
    uniqueName: plugin.id,
    clean: true,
  },
  performance: {
    hints: 'error',
    maxAssetSize: 65_000,
    maxEntrypointSize: 65_000,
    assetFilter: (name) => name.endsWith('.js'),
  },
};

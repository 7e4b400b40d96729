// SPDX-License-Identifier: Apache-2.0
// The editors with React and Grafana's components in one bundle, to be looked at without Grafana.
import { rspack } from '@rspack/core';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { output, typescript } from '../rspack.config.mjs';

const here = import.meta.dirname;
const newest = resolve(here, 'newest/node_modules');

export const pages = resolve(output, '../frontend-harness');

/** Sets of the libraries that Grafana shares with plugins: of the oldest Grafana supported, and of the newest. */
export const grafanas = [
  { name: 'oldest', modules: resolve(here, '../node_modules') },
  { name: 'newest', modules: newest },
].map((set) => ({ ...set, directory: resolve(pages, set.name), installed: existsSync(set.modules) }));

const bundled = {
  mode: 'development',
  devtool: false,
  context: here,
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  experiments: { css: true },
  module: {
    rules: [
      typescript,
      { test: /\.css$/, type: 'css/auto' },
      { test: /\.ttf$/, type: 'asset/resource' },
      // CommonJS defaults of some libraries break otherwise
      { test: /\.m?js$/, type: 'javascript/auto', resolve: { fullySpecified: false } },
    ],
  },
  plugins: [new rspack.DefinePlugin({ 'process.env.NODE_ENV': '"development"' })],
  performance: { hints: false },
};

/** `page` shows one editor. */
const page = {
  ...bundled,
  entry: { page: './page.tsx' },
  output: { path: pages, filename: '[name].js', publicPath: '/' },
};

/** `host` loads the finished bundle as a Grafana with these libraries does. */
const host = ({ modules, directory }) => ({
  ...bundled,
  entry: { host: './host.tsx' },
  module: { rules: [...bundled.module.rules, { test: /\.tsx?$/, resolve: { modules: [modules] } }] },
  output: { path: directory, filename: '[name].js', publicPath: '/' },
});

/** `speed` mounts editors of the finished bundle; built as Grafana is for those who use it. */
export const speed = {
  ...bundled,
  mode: 'production',
  optimization: { minimize: false },
  plugins: [],
  entry: { speed: './speed.tsx' },
  output: { path: resolve(pages, 'speed'), filename: '[name].js', publicPath: '/' },
};

export default [page, ...grafanas.filter(({ installed }) => installed).map(host)];

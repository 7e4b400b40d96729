// SPDX-License-Identifier: Apache-2.0
// The editors with React and Grafana's components in one bundle, to be looked at without Grafana.
import { rspack } from '@rspack/core';
import { resolve } from 'node:path';
import { output, typescript } from '../rspack.config.mjs';

const here = import.meta.dirname;

export const pages = resolve(output, '../frontend-harness');

export default {
  mode: 'development',
  devtool: false,
  context: here,
  entry: { page: './page.tsx' },
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
  output: { path: pages, filename: '[name].js', publicPath: '/', clean: true },
  performance: { hints: false },
};

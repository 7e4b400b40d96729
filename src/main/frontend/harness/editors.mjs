// SPDX-License-Identifier: Apache-2.0
// What tests of the editors share: the page that shows one, and which there are to look at.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { installedChromium, launch, open } from './browser.mjs';

export { eventually, typeAtOnce } from './browser.mjs';
import { pages } from './rspack.config.mjs';

export const screenshots = resolve(pages, 'screenshots');
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editors</title><style>body{margin:0}</style>
<link rel="stylesheet" href="/page.css"></head><body><script src="/page.js"></script></body></html>`;
const ICONS = resolve(import.meta.dirname, '../node_modules/@grafana/ui/dist');

let browser;

export async function start() {
  mkdirSync(screenshots, { recursive: true });
  browser = await launch(installedChromium());
}

export function stop() {
  return browser.close();
}

/** Opens an editor, hands it over, and looks at what its console said. */
export async function withEditor(parameters, act, options = {}) {
  const search = `?${new URLSearchParams(parameters)}`;
  const { page, errors, release } = await open(browser, {
    html: HTML,
    directories: [pages, ICONS],
    search,
    ...options,
  });
  await act(page, release);
  await page.close();
  assert.deepEqual(errors, []);
}

export const saved = async (page) => JSON.parse(await page.getByTestId('saved').textContent());
export const asked = (page, path) =>
  page.evaluate((wanted) => window.asked.filter((one) => one.endsWith(wanted)).length, path);

/** Waits for everything an editor fetches: its code, and Monaco, which takes the place of plain fields. */
export async function settled(page) {
  await page.locator('main input, main pre, main li').first().waitFor();
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '[aria-label=Loading], [aria-label="Reading the query"], main textarea[autocapitalize=off]:not(.inputarea)'
      )
  );
}

/** The editor of a product, with a query as it is saved. */
export const product = (queryType, saved = {}) => ({ view: 'query', saved: JSON.stringify({ queryType, ...saved }) });

export const VIEWS = {
  code: { view: 'query', editor: 'code', query: 'top(avg:system.cpu.user{env:$env} by {host}, 10) + wrong' },
  builder: { view: 'query', editor: 'builder', query: 'avg:system.cpu.user{*}' },
  formula: { view: 'query', editor: 'builder', query: 'sum:trace.http.request.errors{*} / sum:trace.http.request{*}' },
  text: { view: 'query', editor: 'builder', query: 'avg:a{x:y OR z:w}' },
  newer: { view: 'query', version: '9', query: 'avg:a{*}' },
  config: { view: 'config', settings: '{"site":"datadoghq.eu","tlsAuth":true,"timeout":700}' },
  provisioned: { view: 'config', settings: '{"site":"EU1"}', readOnly: '' },
  variable: { view: 'variable', query: 'host' },
  annotation: { view: 'annotation', query: '{"query":"service:web","tags":["env:prod"]}' },
  logs: product('logs', { query: 'service:web wrong', indexes: ['main'] }),
  spans: product('spans', { query: 'service:web', columns: ['@http.status_code', '@http.url_details.path'] }),
  aggregate: product('rum', {
    mode: 'aggregate',
    query: '@type:error',
    compute: [{ aggregation: 'count' }, { aggregation: 'pc95', metric: '@duration' }],
    groupBy: [{ facet: 'service', limit: 5 }, { facet: '@http.status_code' }],
  }),
  monitors: product('monitors', { mode: 'counts', query: 'status:alert', options: { by: 'type' } }),
  slos: product('slos', { mode: 'burn-rate', ids: ['slo-checkout-availability', 'slo-web-latency'] }),
  endpoint: product('endpoint', { options: { path: '/api/v2/team' } }),
  apm: product('apm-metrics', { source: { stat: 'hits', service: 'web', groupBy: ['service', 'resource_name'] } }),
  processes: product('processes', { source: { metric: 'process.stat.cpu.total_pct', tagFilters: ['env:prod'] } }),
  cost: product('cloud-cost', { query: 'sum:all.cost{*} by {service}' }),
  trace: product('trace', { traceId: '6a1f2c3d4e5f60718293a4b5c6d7e8f9' }),
  'service-map': product('service-map', { options: { env: 'prod' } }),
  ddsql: product('ddsql', { query: 'SELECT hostname FROM hosts' }),
  help: { view: 'help' },
  facets: { view: 'variable', saved: '{"kind":"facetValues","product":"spans","key":"service"}' },
};

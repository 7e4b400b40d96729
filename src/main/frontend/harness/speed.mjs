// SPDX-License-Identifier: Apache-2.0
// How soon an editor can be used: `npm run speed`, after `npm run build`, on a machine that is calm. The finished
// bundle with the libraries of the oldest Grafana, as both are built for production.
import { rspack } from '@rspack/core';
import { output } from '../rspack.config.mjs';
import { resolve } from 'node:path';
import { build, installedChromium, launch, open } from './browser.mjs';
import { pages, speed } from './rspack.config.mjs';

const ICONS = resolve(import.meta.dirname, '../node_modules/@grafana/ui/dist');
const ROUNDS = 5;
const AGAIN = 10;

await build(rspack(speed));
const browser = await launch(installedChromium());
const start = '<script>window.grafanaBootData = { settings: {}, user: {}, navTree: [] }</script>';
const html = `<!doctype html><link rel="stylesheet" href="/speed.css"><body>${start}<script src="/speed.js"></script></body>`;

/** One mount: milliseconds until usable, until shown, and of work of the main thread, whatever else the machine does. */
async function mount(page, session, editor) {
  const busy = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await busy();
  const { usable, shown } = await page.evaluate((name) => window.mount(name), editor);
  return { usable, shown, busy: ((await busy()) - before) * 1000 };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(0);
const told = (mounts) =>
  ['usable', 'shown', 'busy'].map((key) => `${key} ${median(mounts.map((one) => one[key]))} ms`).join(', ');

for (const editor of ['builder', 'code', 'coloured']) {
  const first = [];
  const again = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { page } = await open(browser, { html, directories: [`${pages}/speed`, output, ICONS] });
    await page.waitForFunction(() => 'mount' in window);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    first.push(await mount(page, session, editor));
    for (let time = 0; time < AGAIN; time++) {
      again.push(await mount(page, session, editor));
    }
    await page.close();
  }
  console.log(`${editor}, first of a page: ${told(first)}`);
  console.log(`${editor}, again: ${told(again)}`);
}
await browser.close();

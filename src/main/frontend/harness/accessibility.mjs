// SPDX-License-Identifier: Apache-2.0
// Looks at a page as axe-core does: https://dequeuniversity.com/rules/axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What makes a page hard or impossible to use for somebody. */
const GRAVE = ['serious', 'critical'];

/** What Grafana's components bring along: the arrow of a list of several tells whether it is open, though it has no role. */
const GRAFANAS = ({ id, html }) => id === 'aria-allowed-attr' && /id="downshift-[^"]*-toggle-button"/.test(html);

/** Asserts that nobody is kept from using the page. */
export async function assertAccessible(page) {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // also where the page's own policy forbids other scripts
    await page.evaluate(AXE);
  }
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const found = violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary, target }) => ({ id, html, failureSummary, target })))
    .filter((one) => !GRAFANAS(one));
  const told = found.map(({ id, html, failureSummary }) => `${id}: ${html.slice(0, 300)}\n${failureSummary}`);
  assert.equal(told.length, 0, told.join('\n\n'));
}

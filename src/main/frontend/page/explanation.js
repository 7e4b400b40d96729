// SPDX-License-Identifier: Apache-2.0
// @ts-check
import { element } from './element.js';

/**
 * @typedef {object} Explanation
 * @property {Array<{ method: string, path: string, body?: unknown }>} [requests]
 * @property {{ seconds: number, why?: string }} [interval]
 * @property {{ calls: number, buckets?: Array<{ name: string, remaining: number, limit?: number, resetSeconds?: number }> }} [budget]
 * @property {Array<{ message: string }>} [problems]
 */

/**
 * Shows what Datadog is asked, and what is left of its rate limits.
 *
 * @param {HTMLElement} box
 * @param {Explanation} explanation
 */
export function showExplanation(box, { requests = [], interval, budget, problems = [] }) {
  box.replaceChildren(
    ...problems.map(({ message }) => element('p', { className: 'error' }, message)),
    ...(interval ? [element('p', {}, `One point every ${interval.seconds} seconds. ${interval.why ?? ''}`)] : []),
    ...(budget ? [element('p', { id: 'budget' }, budgetLine(budget))] : []),
    ...requests.flatMap(({ method, path, body }) => [
      element('p', {}, element('code', {}, `${method} ${path}`)),
      ...(body === undefined
        ? []
        : [element('pre', { className: 'request', tabIndex: 0 }, JSON.stringify(body, null, 2))]),
    ])
  );
}

/** @param {NonNullable<Explanation['budget']>} budget */
function budgetLine({ calls, buckets = [] }) {
  const left = buckets.map(({ name, remaining, limit, resetSeconds }) =>
    [
      `${name}: ${remaining}`,
      limit !== undefined && `of ${limit}`,
      'left',
      resetSeconds !== undefined && `for ${resetSeconds} s`,
    ]
      .filter(Boolean)
      .join(' ')
  );
  const known = left.length ? left.join(', ') : 'what is left of the rate limits is known after the first';
  return `Calls to Datadog: ${calls}; ${known}.`;
}

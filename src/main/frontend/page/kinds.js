// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * How a query type is asked here.
 *
 * @typedef {object} Kind
 * @property {'metrics' | 'search' | ''} language of its text, for suggestions; none for plain texts
 * @property {string} query to begin with
 * @property {object} [more] other members of the saved query, to begin with
 */

/** @param {string} [query] @param {object} [more] @returns {Kind} */
const search = (query = '', more) => ({ language: 'search', query, more });

/** @param {object} [more] @param {string} [query] @returns {Kind} */
const plain = (more, query = '') => ({ language: '', query, more });

const COUNT_BY_SERVICE = { mode: 'aggregate', groupBy: [{ facet: 'service', limit: 5 }] };
const APM = { env: 'prod', service: 'checkout' };

/**
 * What each query type begins with; the sandbox has something to see for all of it. Others begin empty.
 *
 * @type {Record<string, Kind>}
 */
const KINDS = {
  metrics: { language: 'metrics', query: 'sum:shop.orders{*} by {region}.as_count()' },
  logs: search('status:(error OR warn)', COUNT_BY_SERVICE),
  spans: search('env:prod', COUNT_BY_SERVICE),
  rum: search('@type:error'),
  audit: search(),
  'ci-pipelines': search('@ci.status:error'),
  'ci-tests': search(),
  events: search(),
  'security-signals': search(),
  'apm-metrics': plain({ source: { stat: 'latency_p95', service: 'checkout', groupBy: ['resource_name'] } }),
  'apm-resources': plain({ source: { stat: 'hits', ...APM, groupBy: ['resource_name'] } }),
  'apm-dependencies': plain({
    source: { stat: 'avg_duration', ...APM, operationName: 'http.request', resourceName: 'POST /checkout' },
  }),
  'slo-measures': plain({ source: { sloId: 'slo-checkout-availability', measure: 'error_budget_remaining' } }),
  processes: plain({ source: { metric: 'process.stat.cpu.total_pct', tagFilters: ['env:prod'], limit: 3 } }),
  containers: plain({ source: { metric: 'process.stat.container.cpu.total_pct', limit: 3 } }),
  'cloud-cost': { language: 'metrics', query: 'sum:all.cost{*} by {service}' },
  trace: plain({ traceId: '' }),
  'service-map': plain({ options: { env: 'prod' } }),
  ddsql: plain(undefined, 'SELECT hostname FROM hosts'),
  services: plain({ mode: 'apm', options: { env: 'prod' } }),
  endpoint: plain({ options: { path: '/api/v2/team' } }),
};

/**
 * @param {string} queryType
 * @returns {Kind}
 */
export function kindOf(queryType) {
  return KINDS[queryType] ?? plain();
}

/**
 * Returns the members of a saved query that are typed as JSON.
 *
 * @param {string} text empty for none
 * @returns {object}
 * @throws {Error} that says what to correct
 */
export function membersOf(text) {
  if (!text.trim()) {
    return {};
  }
  let members;
  try {
    members = JSON.parse(text);
  } catch (malformed) {
    throw new Error(`The other members are no JSON: ${/** @type {Error} */ (malformed).message}`);
  }
  if (typeof members !== 'object' || members === null || Array.isArray(members)) {
    throw new Error('The other members are one JSON object, such as {"limit": 5}');
  }
  return members;
}

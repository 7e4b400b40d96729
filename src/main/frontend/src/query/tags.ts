// SPDX-License-Identifier: Apache-2.0
import { MetricFindValue } from '@grafana/data';
import { isEventProduct } from '../events/products';
import { Resources } from '../resources/Resources';
import { SavedQuery } from '../types';

/** A metric that every account with an Agent has: asked for its tags where a dashboard has no metric yet. */
export const COMMON_METRIC = 'system.cpu.user';

/** Enough for the keys of a dashboard; each metric more is a call more. */
const MAX_METRICS = 5;

/** Returns the metrics of a text, each once: names before an opening brace. A metric with variables in it is no name. */
export function metricsOf(text: string): string[] {
  const names = [...text.matchAll(/(?<![\w.$}\]])(?:[a-z]\w*(?:\([^(){}]*\))?:)?([A-Za-z][\w.]*)\{/g)].map(
    (match) => match[1] ?? ''
  );
  return [...new Set(names)].filter((name) => name !== 'by');
}

/** Returns what the queries can be filtered by: tag keys of their metrics, facets of their events. */
export async function tagKeysOf(resources: Resources, queries: SavedQuery[]): Promise<MetricFindValue[]> {
  return union([
    ...metricsAsked(queries).map((metric) => resources.tagKeys(metric)),
    ...productsAsked(queries).map((product) => resources.facets(product)),
  ]);
}

/** Returns the values that a tag or facet has there. */
export async function tagValuesOf(
  resources: Resources,
  key: string,
  queries: SavedQuery[]
): Promise<MetricFindValue[]> {
  return union([
    ...metricsAsked(queries).map((metric) => resources.tagValues(metric, key)),
    ...productsAsked(queries).map((product) => resources.facetValues(product, key)),
  ]);
}

/** Returns the products whose events the queries ask for. */
export function productsAsked(queries: SavedQuery[]): string[] {
  return [...new Set(queries.map(({ queryType }) => queryType ?? ''))].filter(isEventProduct);
}

/** Returns the metrics the queries ask for; one that everybody has where they ask for nothing else. */
export function metricsAsked(queries: SavedQuery[]): string[] {
  const texts = queries.filter(({ queryType }) => !queryType || queryType === 'metrics').map(({ query }) => query);
  const metrics = texts.flatMap((text) => metricsOf(text ?? ''));
  if (metrics.length === 0) {
    return productsAsked(queries).length ? [] : [COMMON_METRIC];
  }
  return [...new Set(metrics)].slice(0, MAX_METRICS);
}

/** Returns names as Grafana offers them. */
export function offered(names: string[]): MetricFindValue[] {
  return names.map((text) => ({ text, value: text }));
}

/** One metric that cannot be asked does not hide the tags of the others. */
async function union(lists: Array<Promise<{ names: string[] }>>): Promise<MetricFindValue[]> {
  const settled = await Promise.allSettled(lists);
  const found = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.names] : []));
  const failed = settled.find((one) => one.status === 'rejected');
  if (found.length === 0 && failed?.status === 'rejected') {
    throw failed.reason;
  }
  return offered([...new Set(found.flat())].sort());
}

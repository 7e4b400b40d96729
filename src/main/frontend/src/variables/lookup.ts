// SPDX-License-Identifier: Apache-2.0
import { DataFrame, ScopedVars } from '@grafana/data';
import { TemplateSrv } from '@grafana/runtime';
import { COMMON_METRIC } from '../query/tags';
import { Resources } from '../resources/Resources';
import { Names } from '../resources/types';
import { MetricsQuery, VERSION } from '../types';
import { VariableQuery } from './query';

/** More keys than a person looks through; each is a call, though the backend has loaded them all by the first. */
const MAX_KEYS = 100;

const NOTHING: Names = { names: [], complete: true };

/** Returns the names a variable lists, in the backend's order. */
export async function lookUp(resources: Resources, query: VariableQuery): Promise<Names> {
  const metric = query.metric?.trim() || COMMON_METRIC;
  const product = query.product || 'logs';
  const key = query.key?.trim() ?? '';
  const like = { query: query.filter };
  switch (query.kind) {
    case 'metrics':
      return resources.metrics(like);
    case 'hosts':
      return resources.hosts(like);
    case 'services':
      return resources.services(query.env?.trim() ?? '', like);
    case 'envs':
      return resources.envs(like);
    case 'facets':
      return resources.facets(product, like);
    case 'facetValues':
      return key ? resources.facetValues(product, key, like) : NOTHING;
    case 'monitors':
      return resources.monitors(like);
    case 'slos':
      return resources.slos(like);
    case 'syntheticTests':
      return resources.syntheticTests(like);
    case 'logIndexes':
      return resources.logIndexes(like);
    case 'tagKeys':
      return resources.tagKeys(metric);
    case 'tagValues':
      return key ? resources.tagValues(metric, key) : NOTHING;
    case 'tags':
      return { names: await tags(resources, metric), complete: true };
  }
}

async function tags(resources: Resources, metric: string): Promise<string[]> {
  const keys = (await resources.tagKeys(metric)).names.slice(0, MAX_KEYS);
  const values = await Promise.all(keys.map((key) => resources.tagValues(metric, key)));
  return keys.flatMap((key, index) => (values[index]?.names ?? []).map((value) => `${key}:${value}`));
}

/** Returns the variable with the values of the other variables it is chained to. */
export function chained(query: VariableQuery, scopedVars: ScopedVars, templates: TemplateSrv): VariableQuery {
  const replaced = (text?: string) => (text ? templates.replace(text, scopedVars) : text);
  return {
    ...query,
    filter: replaced(query.filter),
    metric: replaced(query.metric),
    key: replaced(query.key),
    env: replaced(query.env),
  };
}

/**
 * Returns a query whose series tell the values that a tag has within a scope; null where a list tells them. The list of
 * a metric's tags knows no scopes. The scope keeps its variables: the backend knows what several values mean there.
 */
export function scopedQuery(query: VariableQuery): MetricsQuery | null {
  const { kind, key = '', scope = '', metric } = query;
  if (kind !== 'tagValues' || !key.trim() || !scope.trim()) {
    return null;
  }
  const text = `avg:${metric?.trim() || COMMON_METRIC}{${scope.trim()}} by {${key.trim()}}`;
  return { refId: query.refId, version: VERSION, queryType: 'metrics', query: text, format: 'scalar' };
}

/** Returns the values that a tag has on the series of an answer. */
export function valuesIn(frames: DataFrame[], key: string): string[] {
  const fields = frames.flatMap((frame) => frame.fields);
  const labels = fields.flatMap((field) => field.labels?.[key] ?? []);
  const columns = fields
    .filter((field) => field.name === key)
    .flatMap((field) => [...field.values].filter(isPresent).map(String));
  return [...new Set([...labels, ...columns])].sort();
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

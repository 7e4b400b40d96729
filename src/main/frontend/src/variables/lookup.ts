// SPDX-License-Identifier: Apache-2.0
import { ScopedVars } from '@grafana/data';
import { TemplateSrv } from '@grafana/runtime';
import { COMMON_METRIC } from '../query/tags';
import { valuesOf } from '../query/variables';
import { Resources } from '../resources/Resources';
import { VariableQuery } from './query';

/** More keys than a person looks through; each is a call, though the backend has loaded them all by the first. */
const MAX_KEYS = 100;

/** Returns the names a variable lists, in the backend's order. */
export async function lookUp(resources: Resources, query: VariableQuery): Promise<string[]> {
  const metric = query.metric?.trim() || COMMON_METRIC;
  const key = query.key?.trim() ?? '';
  switch (query.kind) {
    case 'metrics':
      return (await resources.metrics({ query: query.filter })).names;
    case 'hosts':
      return (await resources.hosts({ query: query.filter })).names;
    case 'tagKeys':
      return (await resources.tagKeys(metric)).names;
    case 'tagValues':
      return key ? (await resources.tagValues(metric, key, { scope: query.scope })).names : [];
    case 'tags':
      return tags(resources, metric);
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
    scope: query.scope ? replaced(chainedScope(query.scope, scopedVars, templates)) : query.scope,
  };
}

/** A filter on a variable with several values is one of them; with All it filters nothing. */
function chainedScope(scope: string, scopedVars: ScopedVars, templates: TemplateSrv): string {
  const values = valuesOf(scope, scopedVars, templates, {});
  return scope.replace(/([\w.\-/]+):(?:\$(\w+)|\$\{(\w+)\}|\[\[(\w+)\]\])/g, (match, key, bare, braces, brackets) => {
    const chosen = values[bare ?? braces ?? brackets];
    if (!chosen) {
      return match;
    }
    return chosen.length === 1 ? `${key}:${chosen[0]}` : `${key} IN (${chosen.join(',')})`;
  });
}

// SPDX-License-Identifier: Apache-2.0
import { DataQuery } from '@grafana/schema';
import { isNewer } from '../query/migrate';

/** What a variable lists. `tags` are pairs, `key:value`. */
export type Kind =
  | 'metrics'
  | 'tagKeys'
  | 'tagValues'
  | 'tags'
  | 'hosts'
  | 'services'
  | 'envs'
  | 'facets'
  | 'facetValues'
  | 'monitors'
  | 'slos'
  | 'syntheticTests'
  | 'logIndexes';

/** A saved variable. Which members count depends on the kind. */
export interface VariableQuery extends DataQuery {
  /** The form it is saved in; today's when left out. */
  version?: number;
  kind: Kind;
  /** What Grafana's list of variables shows of it; it is not read. */
  query?: string;
  /** Part of the name, of metrics and hosts. */
  filter?: string;
  /** Empty: a metric that every Agent reports. */
  metric?: string;
  key?: string;
  /** Filters that tag values have to fit, as in a query's braces. */
  scope?: string;
  /** Whose facets: a query type such as `logs`, which is meant when it is left out. */
  product?: string;
  /** Of which environment services are listed; all when left out. */
  env?: string;
}

/** What has to be told of a kind, and how it is called. */
export const KINDS: Array<{ value: Kind; label: string; description: string; fields: string[] }> = [
  {
    value: 'tagValues',
    label: 'Tag values',
    description: 'Values of a tag, such as all hosts',
    fields: ['metric', 'key', 'scope'],
  },
  { value: 'tagKeys', label: 'Tag keys', description: 'Keys of the tags of a metric', fields: ['metric'] },
  {
    value: 'tags',
    label: 'Tags',
    description: 'Tags of a metric as key:value, to stand for a whole filter',
    fields: ['metric'],
  },
  { value: 'metrics', label: 'Metrics', description: 'Names of metrics', fields: ['filter'] },
  { value: 'hosts', label: 'Hosts', description: 'Names of hosts', fields: ['filter'] },
  { value: 'services', label: 'Services', description: 'Services that APM knows', fields: ['env', 'filter'] },
  { value: 'envs', label: 'Environments', description: 'Environments that APM knows', fields: ['filter'] },
  {
    value: 'facetValues',
    label: 'Facet values',
    description: 'Values of a facet of logs, spans or other events',
    fields: ['product', 'facet', 'filter'],
  },
  {
    value: 'facets',
    label: 'Facets',
    description: 'Facets of logs, spans or other events',
    fields: ['product', 'filter'],
  },
  {
    value: 'monitors',
    label: 'Monitors',
    description: 'Names of monitors; their ids are the values',
    fields: ['filter'],
  },
  { value: 'slos', label: 'SLOs', description: 'Names of SLOs; their ids are the values', fields: ['filter'] },
  {
    value: 'syntheticTests',
    label: 'Synthetic tests',
    description: 'Names of synthetic tests; their public ids are the values',
    fields: ['filter'],
  },
  { value: 'logIndexes', label: 'Log indexes', description: 'Names of the indexes of logs', fields: ['filter'] },
];

const WORDS: Record<string, Kind> = {
  'all-metrics': 'metrics',
  '*': 'metrics',
  'all-hosts': 'hosts',
  'all-tags': 'tags',
  tag: 'tags',
  scope: 'tags',
};

const ALL_TAGS = ':all-tags';

/** Returns whether a saved variable can be understood: not one of a newer Dromedary, nor of a kind that only that has. */
export function isReadable(saved: Partial<VariableQuery> | undefined): boolean {
  const { kind, version } = (typeof saved === 'object' && saved) || {};
  return !isNewer({ version }) && (!kind || KINDS.some(({ value }) => value === kind));
}

/**
 * Reads a saved variable: in today's form, or as a text of Grafana's own Datadog plugin (`all-metrics`, `all-hosts`,
 * `all-tags`, `<metric>:all-tags`, or the name of a tag).
 */
export function readVariable(saved: unknown): VariableQuery {
  const { kind, query, metricName, tagKey, ...rest } = (
    typeof saved === 'object' && saved ? saved : {}
  ) as Partial<VariableQuery> & OldVariable;
  if (kind && KINDS.some((one) => one.value === kind)) {
    return { refId: 'variable', ...rest, kind };
  }
  const old = OLD_KINDS[rest.queryType ?? ''];
  if (old) {
    const metric = metricName?.replace('*', '');
    return { refId: 'variable', kind: old, filter: metric, metric, key: tagKey };
  }
  const text = typeof saved === 'string' ? saved : query;
  return { refId: 'variable', ...rest, ...fromText(typeof text === 'string' ? text.trim() : '') };
}

/** What the open-source Datadog data source for Grafana saves, today and in earlier versions. */
interface OldVariable {
  query?: unknown;
  metricName?: string;
  tagKey?: string;
}

const OLD_KINDS: Record<string, Kind> = { metrics: 'metrics', tag_keys: 'tagKeys', tag_values: 'tagValues' };

function fromText(text: string): Omit<VariableQuery, 'refId'> {
  const kind = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (kind) {
    return { kind };
  }
  if (text.endsWith(ALL_TAGS)) {
    return { kind: 'tags', metric: text.slice(0, -ALL_TAGS.length) };
  }
  return { kind: 'tagValues', key: text };
}

/** Returns what the list of variables shows. */
export function describeVariable(query: VariableQuery): string {
  const label = KINDS.find((one) => one.value === query.kind)?.label ?? query.kind;
  switch (query.kind) {
    case 'facetValues':
      return `Values of ${query.key ?? ''} of ${query.product ?? 'logs'}`;
    case 'facets':
      return `Facets of ${query.product ?? 'logs'}`;
    case 'metrics':
    case 'hosts':
    case 'services':
    case 'envs':
    case 'monitors':
    case 'slos':
    case 'syntheticTests':
    case 'logIndexes':
      return query.filter ? `${label} with ${query.filter}` : label;
    case 'tagKeys':
    case 'tags':
      return query.metric ? `${label} of ${query.metric}` : label;
    case 'tagValues':
      return `${label} of ${query.key ?? ''}${query.metric ? ` on ${query.metric}` : ''}${query.scope ? `{${query.scope}}` : ''}`;
  }
}

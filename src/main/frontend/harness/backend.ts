// SPDX-License-Identifier: Apache-2.0
// Stands in for the backend: enough answers for a page to be used.
import { BackendSrvRequest } from '@grafana/runtime';
import { emptyPart } from '../src/builder/model';

const METRICS = ['system.cpu.user', 'system.cpu.idle', 'system.load.1', 'trace.http.request', 'shop.orders'];
const TAGS: Record<string, string[]> = {
  host: ['web-1', 'web-2', 'db-1'],
  env: ['prod', 'staging'],
  region: ['eu-west-1', 'us-east-1'],
};
const WORDS = [
  { kind: 'aggregator', text: 'avg', insert: 'avg:', detail: 'Average' },
  { kind: 'aggregator', text: 'sum', insert: 'sum:', detail: 'Sum' },
  { kind: 'function', text: 'top', insert: 'top(', detail: 'top(query, limit, by, direction)' },
  { kind: 'function', text: 'abs', insert: 'abs(', detail: 'abs(query)' },
  { kind: 'modifier', text: 'as_rate', insert: 'as_rate()', detail: '.as_rate()' },
  { kind: 'modifier', text: 'fill', insert: 'fill(', detail: '.fill(mode, [limit])' },
];

/** As many more metrics as the address asks for with `many`. */
function metrics(): string[] {
  const count = Number(new URLSearchParams(globalThis.location?.search).get('many') ?? 0);
  return [...Array.from({ length: count }, (_, index) => `many.metric.${index}`), ...METRICS];
}

const FACETS: Record<string, string[]> = {
  service: ['web', 'cart', 'checkout'],
  status: ['error', 'warn', 'info'],
  '@http.status_code': ['200', '503'],
};
const NAMED = [
  { text: 'Checkout answers without errors', value: 'slo-checkout-availability' },
  { text: 'Web pages are fast', value: 'slo-web-latency' },
];

/** Requests so far, for tests: method and path. */
export const asked: string[] = [];

export async function answer({ url, method = 'GET', data, params }: BackendSrvRequest): Promise<unknown> {
  const path = url.replace(/^.*\/resources\//, '');
  asked.push(`${method} ${path}`);
  switch (path) {
    case 'autocomplete/metrics':
      return list(metrics(), params);
    case 'autocomplete/tag-keys':
      return list(Object.keys(TAGS), params);
    case 'autocomplete/tag-values':
      return list(TAGS[params?.key] ?? [], params);
    case 'autocomplete/hosts':
      return list(TAGS.host ?? [], params);
    case 'autocomplete/facets':
      return list([...Object.keys(FACETS), '@duration'], params);
    case 'autocomplete/facet-values':
      return list(FACETS[params?.facet] ?? [], params);
    case 'autocomplete/services':
      return list(FACETS.service ?? [], params);
    case 'autocomplete/envs':
      return list(TAGS.env ?? [], params);
    case 'autocomplete/slos':
    case 'autocomplete/monitors':
      return { items: NAMED.filter(({ text }) => text.includes(params?.query ?? '')) };
    case 'autocomplete/log-indexes':
      return list(['main', 'staging'], params);
    case 'autocomplete/endpoints':
      return list(['/api/v2/team', '/api/v2/on-call/teams/{team_id}/on-call'], params);
    case 'autocomplete/search':
      return { items: completeSearch(data.query, data.cursor) };
    case 'autocomplete/complete':
      return { items: complete(data.query, data.cursor) };
    case 'query/validate':
      return { problems: problems(data.query) };
    case 'query/builder':
      return data.model ? { query: text(data.model) } : model(data.query);
    case 'query/explain':
      return {
        requests: [
          {
            refIds: ['A'],
            method: 'POST',
            path: '/api/v2/query/timeseries',
            body: { data: { attributes: data.range } },
          },
        ],
        interval: { seconds: 20, why: '1 h in the 180 points that the panel can draw need points of 20 s.' },
        budget: { calls: 1, buckets: [{ name: 'query_timeseries', remaining: 299, limit: 300, resetSeconds: 12 }] },
      };
    default:
      throw { status: 404, data: { message: `No such resource: ${path}` } };
  }
}

function list(names: string[], params: BackendSrvRequest['params']) {
  return { items: names.filter((name) => name.includes(params?.query ?? '')).map((name) => ({ text: name })) };
}

function complete(query: string, cursor: number) {
  const word = /[\w.]*$/.exec(query.slice(0, cursor))?.[0] ?? '';
  const from = cursor - word.length;
  const before = query.slice(0, from);
  const open = before.lastIndexOf('{') > before.lastIndexOf('}');
  const names = /:$/.test(before) && !open ? METRICS.map((name) => ({ kind: 'metric', text: name })) : WORDS;
  const items = open ? Object.keys(TAGS).map((name) => ({ kind: 'tag-key', text: name, insert: `${name}:` })) : names;
  return items.filter((item) => item.text.includes(word)).map((item) => ({ ...item, from, to: cursor }));
}

function completeSearch(query: string, cursor: number) {
  const word = /[^\s:(]*$/.exec(query.slice(0, cursor))?.[0] ?? '';
  const from = cursor - word.length;
  const facet = /([^\s(]+):$/.exec(query.slice(0, from))?.[1];
  const items = facet
    ? (FACETS[facet] ?? []).map((text) => ({ kind: 'tag-value', text }))
    : Object.keys(FACETS).map((text) => ({ kind: 'facet', text, insert: `${text}:` }));
  return items.filter((item) => item.text.includes(word)).map((item) => ({ ...item, from, to: cursor }));
}

function problems(query: string) {
  const at = query.indexOf('wrong');
  return at < 0
    ? []
    : [{ from: at, to: at + 5, severity: 'error', message: 'There is no function wrong; did you mean round?' }];
}

/** A form with everything in it, of any query that divides. */
const WHOLE = {
  queries: [
    {
      ...emptyPart('a'),
      metric: 'trace.http.request.errors',
      filters: [
        { key: 'env', operator: '=', values: ['prod'] },
        { key: 'host', operator: '=|', values: ['web-1', 'web-2'] },
        { key: 'region', operator: '!=', values: ['us-east-1'] },
      ],
      groupBy: ['host', 'region'],
      modifiers: [
        { name: 'as_rate', arguments: [] },
        { name: 'rollup', arguments: ['sum', '60'] },
      ],
      functions: [{ name: 'top', arguments: ['10', "'mean'", "'desc'"] }],
    },
    { ...emptyPart('b'), metric: 'trace.http.request' },
  ],
  formula: 'a / b * 100',
};

function model(query: string) {
  if (query.includes(' / ')) {
    return { model: WHOLE };
  }
  const [, aggregator, metric] = /^(\w+):([\w.]+)\{\*\}$/.exec(query) ?? [];
  return metric
    ? { model: { queries: [{ ...emptyPart('a'), aggregator, metric }], formula: '' } }
    : { model: null, reason: 'the form holds filters that all apply, not OR or NOT round several' };
}

function text(form: { queries: Array<ReturnType<typeof emptyPart>>; formula: string }): string {
  const texts = form.queries.map((part) => {
    const scope = part.filters.map((filter) => `${filter.key}:${filter.values.join('|')}`).join(',') || '*';
    const by = part.groupBy.length ? ` by {${part.groupBy.join(',')}}` : '';
    const after = part.modifiers.map((step) => `.${step.name}(${step.arguments.join(', ')})`).join('');
    const plain = `${part.aggregator}:${part.metric}{${scope}}${by}${after}`;
    return part.functions.reduce((inner, step) => `${step.name}(${[inner, ...step.arguments].join(', ')})`, plain);
  });
  return texts.join(' + ');
}

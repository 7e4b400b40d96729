// SPDX-License-Identifier: Apache-2.0
import {
  CoreApp,
  DataQueryRequest,
  dateTime,
  LogRowContextOptions,
  LogRowContextQueryDirection,
  LogRowModel,
  QueryFilterOptions,
  QueryFixAction,
  SupplementaryQueryOptions,
  SupplementaryQueryType,
  ToggleFilterAction,
} from '@grafana/data';
import { hasTerm, withPhrase, withTerm } from '../events/terms';
import { EventsQuery, SavedQuery } from '../types';

/** Lines before or after the one whose context is looked at, unless Grafana wants another number. */
const CONTEXT_LINES = 50;

export function isLogs(query: SavedQuery): query is EventsQuery {
  return query.queryType === 'logs';
}

/** Returns whether a query lists log lines. */
function listsLogs(query: SavedQuery): query is EventsQuery {
  return isLogs(query) && (query.mode ?? 'search') === 'search';
}

/** Returns what counts the lines of a query by level, over time; undefined for all but lists of logs. */
function volumeOf(query: SavedQuery): EventsQuery | undefined {
  return listsLogs(query) && !query.hide ? { ...query, refId: `log-volume-${query.refId}`, mode: 'volume' } : undefined;
}

/** Returns some of the lines that a query counts; undefined for all but aggregates of logs. */
function sampleOf(query: SavedQuery, limit?: number): EventsQuery | undefined {
  return isLogs(query) && query.mode === 'aggregate' && !query.hide
    ? { ...query, refId: `log-sample-${query.refId}`, mode: 'search', limit }
    : undefined;
}

/** What Explore shows beside the answer of a query. */
export const BESIDE = [SupplementaryQueryType.LogsVolume, SupplementaryQueryType.LogsSample];

/** Returns the query for what is shown beside another: its volume, or a sample; undefined where there is no such thing. */
export function besideOf(options: SupplementaryQueryOptions, query: SavedQuery): EventsQuery | undefined {
  switch (options.type) {
    case SupplementaryQueryType.LogsVolume:
      return volumeOf(query);
    case SupplementaryQueryType.LogsSample:
      return sampleOf(query, options.limit);
    default:
      return undefined;
  }
}

/** Returns the request for what is shown beside the queries of another; undefined where that is nothing. */
export function requestBeside<Q extends SavedQuery>(
  options: SupplementaryQueryOptions,
  request: DataQueryRequest<Q>
): DataQueryRequest<Q> | undefined {
  const targets = request.targets.flatMap((query) => besideOf(options, query) ?? []);
  return targets.length ? ({ ...request, targets } as unknown as DataQueryRequest<Q>) : undefined;
}

/** Returns what finds the lines around one. */
export function contextOf(row: LogRowModel, options: LogRowContextOptions = {}, origin?: EventsQuery): EventsQuery {
  return {
    refId: `log-context-${row.uid}`,
    version: 1,
    queryType: 'logs',
    mode: 'context',
    query: '',
    indexes: origin?.indexes,
    storage: origin?.storage,
    limit: options.limit ?? CONTEXT_LINES,
    direction: options.direction === LogRowContextQueryDirection.Forward ? 'after' : 'before',
    contextOf: {
      id: row.rowId ?? row.uid,
      timestamp: row.timeEpochMs,
      service: row.labels.service,
      host: row.labels.host,
    },
  };
}

/** Hours before and after a line in which its context is looked for. */
const CONTEXT_HOURS = 24;

/** Returns the request that runs the query for a line's context. */
export function contextRequest(query: EventsQuery, row: LogRowModel): DataQueryRequest<SavedQuery> {
  const around = CONTEXT_HOURS * 3_600_000;
  const from = dateTime(row.timeEpochMs - around);
  const to = dateTime(row.timeEpochMs + around);
  return {
    requestId: query.refId,
    app: CoreApp.Explore,
    interval: '1s',
    intervalMs: 1000,
    maxDataPoints: 1000,
    range: { from, to, raw: { from, to } },
    scopedVars: {},
    startTime: Date.now(),
    targets: [query],
    timezone: 'browser',
  };
}

/** Returns the query with a label's value asked for, or ruled out. */
export function toggled<Q extends SavedQuery>(query: Q, { type, options }: ToggleFilterAction): Q {
  const text = withTerm(query.query ?? '', options.key ?? '', options.value ?? '', type === 'FILTER_OUT');
  return { ...query, query: text };
}

export function isToggled(query: SavedQuery, { key, value }: QueryFilterOptions): boolean {
  return hasTerm(query.query ?? '', key ?? '', value ?? '');
}

/** What {@link modified} can do. */
export const MODIFICATIONS = ['ADD_FILTER', 'ADD_FILTER_OUT', 'ADD_STRING_FILTER', 'ADD_STRING_FILTER_OUT'];

/** Returns the query with a label's value, or marked words of a line, asked for or ruled out. */
export function modified<Q extends SavedQuery>(query: Q, { type, options = {} }: QueryFixAction): Q {
  const { key = '', value = '' } = options;
  const text = query.query ?? '';
  const out = type.endsWith('_OUT');
  switch (type) {
    case 'ADD_FILTER':
    case 'ADD_FILTER_OUT':
      return hasTerm(text, out ? `-${key}` : key, value) ? query : { ...query, query: withTerm(text, key, value, out) };
    case 'ADD_STRING_FILTER':
    case 'ADD_STRING_FILTER_OUT':
      return { ...query, query: withPhrase(text, value, out) };
    default:
      return query;
  }
}

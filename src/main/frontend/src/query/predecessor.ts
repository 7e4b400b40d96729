// SPDX-License-Identifier: Apache-2.0
import { EventsQuery, SavedQuery, VERSION } from '../types';

/** What the open-source Datadog data source for Grafana saves. */
interface OldQuery extends SavedQuery {
  queryText?: string;
  logQuery?: string;
  type?: string;
  expression?: string;
  label?: string;
  legendMode?: string;
  legendTemplate?: string;
  indexes?: string[];
}

const LOG_TYPES: Record<string, EventsQuery['mode']> = { logs: 'search', 'logs-volume': 'volume' };

/** Returns whether a query was saved by that data source: it has members that no query of Dromedary's has. */
export function isOld(query: SavedQuery): query is OldQuery {
  const { queryText, logQuery, expression, type } = query as OldQuery;
  return query.version === undefined && Boolean(queryText || logQuery || (type === 'math' && expression));
}

/** Returns the query as Dromedary saves it; what it does not know stays. */
export function fromOld({
  queryText,
  logQuery,
  type,
  expression,
  legendMode,
  legendTemplate,
  label,
  ...rest
}: OldQuery) {
  const mode = LOG_TYPES[rest.queryType ?? ''];
  if (mode || (logQuery && !rest.queryType)) {
    return { ...rest, version: VERSION, queryType: 'logs', mode: mode ?? 'search', query: logQuery || queryText || '' };
  }
  const legend = legendMode === 'auto' ? '' : legendTemplate || label;
  return {
    ...rest,
    version: VERSION,
    queryType: 'metrics',
    // a line that begins with # is a comment there
    query: (type === 'math' ? expression : queryText?.replace(/^\s*#.*$/gm, '').trim()) ?? '',
    ...(legend && { legend }),
  };
}

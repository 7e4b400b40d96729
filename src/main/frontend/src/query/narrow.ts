// SPDX-License-Identifier: Apache-2.0
import { DataQueryRequest, DataQueryResponse, DataSourceGetTagValuesOptions, MetricFindValue } from '@grafana/data';
import { lastValueFrom, Observable } from 'rxjs';
import { Filter, MetricsQuery, SavedQuery, VERSION } from '../types';
import { valuesIn } from '../variables/lookup';
import { fromGrafana } from './filters';
import { ownRequest } from './request';
import { metricsAsked, offered, productsAsked } from './tags';

/**
 * Returns the values a tag has where the other ad-hoc filters hold; none where there are no others, or none fit, or the
 * queries cannot tell.
 *
 * @param ask runs a request
 */
export async function narrowedValues(
  ask: (request: DataQueryRequest<SavedQuery>) => Observable<DataQueryResponse>,
  { key, queries = [], filters, timeRange }: DataSourceGetTagValuesOptions<SavedQuery>
): Promise<MetricFindValue[]> {
  const targets = queriesFor(key, queries, fromGrafana(filters ?? []));
  if (targets.length === 0) {
    return [];
  }
  return lastValueFrom(ask(ownRequest(`values-of-${key}`, targets, timeRange))).then(
    ({ data }) => offered(valuesIn(data, key)),
    () => []
  );
}

/** One for each metric, which travel in one call. Facets of events know no filters. */
function queriesFor(key: string, queries: SavedQuery[], filters: Filter[]): MetricsQuery[] {
  const others = filters.filter((filter) => filter.key !== key);
  if (others.length === 0 || productsAsked(queries).length > 0 || !/^[\w.\-/]+$/.test(key)) {
    return [];
  }
  return metricsAsked(queries).map((metric, index) => ({
    refId: `values${index}`,
    version: VERSION,
    queryType: 'metrics',
    query: `avg:${metric}{*} by {${key}}`,
    format: 'scalar',
    filters: others,
  }));
}

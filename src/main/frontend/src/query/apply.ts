// SPDX-License-Identifier: Apache-2.0
import { AdHocVariableFilter, ScopedVars } from '@grafana/data';
import { TemplateSrv } from '@grafana/runtime';
import { MetricsQuery } from '../types';
import { fromGrafana, merge } from './filters';
import { isNewer, migrate } from './migrate';
import { replaceInterval, replaceSingles, valuesOf } from './variables';

/**
 * Returns the query with everything the dashboard knows: values of its variables and its ad-hoc filters. The text keeps
 * the variables; the backend puts the values in, where it knows what several of them mean.
 */
export function applied(
  query: MetricsQuery,
  scopedVars: ScopedVars,
  templates: TemplateSrv,
  filters: AdHocVariableFilter[]
): MetricsQuery {
  if (isNewer(query)) {
    return query;
  }
  const text = replaceInterval(query.query ?? '', scopedVars);
  return {
    ...migrate(query),
    query: text,
    legend: templates.replace(query.legend ?? '', scopedVars),
    variables: valuesOf(text, scopedVars, templates, query.variables ?? {}),
    filters: merge(query.filters ?? [], fromGrafana(filters)),
  };
}

/** Returns the query as it can be shown away from its dashboard: with values instead of variables where they are plain. */
export function detached(
  query: MetricsQuery,
  scopedVars: ScopedVars,
  templates: TemplateSrv,
  filters: AdHocVariableFilter[]
): MetricsQuery {
  if (isNewer(query)) {
    return query;
  }
  const whole = applied(query, {}, templates, filters);
  const values = valuesOf(query.query ?? '', scopedVars, templates, query.variables ?? {});
  const text = replaceSingles(query.query ?? '', values);
  return { ...whole, query: text, variables: valuesOf(text, scopedVars, templates, query.variables ?? {}) };
}

// SPDX-License-Identifier: Apache-2.0
import { AdHocVariableFilter, ScopedVars } from '@grafana/data';
import { TemplateSrv } from '@grafana/runtime';
import { SavedQuery } from '../types';
import { fromGrafana, merge } from './filters';
import { isNewer, migrate } from './migrate';
import { replaceInterval, replaceSingles, Variables, valuesOf } from './variables';

/**
 * Returns the query with everything the dashboard knows: values of its variables and its ad-hoc filters. Its texts keep
 * the variables; the backend puts the values in, where it knows what several of them mean.
 */
export function applied<Q extends SavedQuery>(
  query: Q,
  scopedVars: ScopedVars,
  templates: TemplateSrv,
  filters: AdHocVariableFilter[]
): Q {
  if (isNewer(query)) {
    return query;
  }
  const text = replaceInterval(query.query ?? '', scopedVars);
  return {
    ...migrate(query),
    query: text,
    legend: templates.replace(query.legend ?? '', scopedVars),
    variables: valuesIn({ ...query, query: text }, scopedVars, templates),
    filters: merge(query.filters ?? [], fromGrafana(filters)),
  };
}

/** Returns the query as it can be shown away from its dashboard: with values instead of variables where they are plain. */
export function detached<Q extends SavedQuery>(
  query: Q,
  scopedVars: ScopedVars,
  templates: TemplateSrv,
  filters: AdHocVariableFilter[]
): Q {
  if (isNewer(query)) {
    return query;
  }
  const { __interval, __interval_ms, ...others } = scopedVars;
  const whole = applied(query, others, templates, filters);
  const text = replaceSingles(query.query ?? '', valuesIn(query, scopedVars, templates));
  return { ...whole, query: text, variables: valuesIn({ ...query, query: text }, scopedVars, templates) };
}

/** Returns the values of all variables in the query, in whichever member of it they stand. */
function valuesIn(query: SavedQuery, scopedVars: ScopedVars, templates: TemplateSrv): Variables {
  const { variables = {}, filters, legend, datasource, ...asked } = query;
  return valuesOf(JSON.stringify(asked), scopedVars, templates, variables);
}

// SPDX-License-Identifier: Apache-2.0
import { AdHocVariableFilter } from '@grafana/data';
import { Filter } from '../types';

/** Operators of ad-hoc filters, in the order they are offered. */
export const OPERATORS = ['=', '!=', '=|', '!=|', '=~', '!~'];

/** Returns Grafana's ad-hoc filters as the backend takes them; unfinished ones are left out. */
export function fromGrafana(filters: AdHocVariableFilter[]): Filter[] {
  return filters
    .map(({ key, operator, value, values }) => ({
      key: (key ?? '').trim(),
      operator,
      values: (values?.length ? values : [value ?? '']).map((one) => one.trim()).filter((one) => one !== ''),
    }))
    .filter(({ key, values }) => key !== '' && values.length > 0);
}

/** Returns both without what is there twice: Explore saves the filters that the dashboard then adds again. */
export function merge(saved: Filter[], added: Filter[]): Filter[] {
  const seen = new Set<string>();
  return [...saved, ...added].filter((filter) => {
    const text = JSON.stringify([filter.key, filter.operator, filter.values]);
    return !seen.has(text) && seen.add(text);
  });
}

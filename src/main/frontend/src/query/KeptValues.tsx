// SPDX-License-Identifier: Apache-2.0
import { Stack, Tag, Text } from '@grafana/ui';
import React from 'react';
import { SavedQuery } from '../types';

interface Props<Q extends SavedQuery> {
  query: Q;
  onChange(query: Q): void;
}

/** What came along from a dashboard: values of variables that are not here, and ad-hoc filters. */
export function KeptValues<Q extends SavedQuery>({ query, onChange }: Props<Q>) {
  const variables = Object.entries(query.variables ?? {});
  const filters = query.filters ?? [];
  if (variables.length === 0 && filters.length === 0) {
    return null;
  }
  return (
    <Stack direction="row" wrap="wrap" alignItems="center" gap={0.5}>
      <Text color="secondary">From the dashboard:</Text>
      {variables.map(([name, values]) => (
        <Tag
          key={name}
          name={`$${name} = ${values.join(', ') || 'nothing'} ×`}
          onClick={() => onChange({ ...query, variables: without(query.variables ?? {}, name) })}
        />
      ))}
      {filters.map((filter, index) => (
        <Tag
          key={index}
          name={`${filter.key} ${filter.operator} ${filter.values.join(', ')} ×`}
          onClick={() => onChange({ ...query, filters: filters.filter((_, at) => at !== index) })}
        />
      ))}
    </Stack>
  );
}

function without(variables: Record<string, string[]>, name: string): Record<string, string[]> {
  return Object.fromEntries(Object.entries(variables).filter(([other]) => other !== name));
}

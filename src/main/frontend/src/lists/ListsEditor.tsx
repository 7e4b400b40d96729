// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@grafana/ui';
import React from 'react';
import { FormFields } from '../forms/FormFields';
import { Field } from '../forms/fields';
import { KeptValues } from '../query/KeptValues';
import type { KindEditorProps } from '../query/kinds';
import { variableNames } from '../query/variables';
import { ListsQuery } from '../types';
import { ListMode, MODES, THINGS } from './modes';
import { ListName, ListProduct, LISTS } from './products';

const LIMIT: Field = {
  name: 'limit',
  label: 'Limit',
  help: 'Most rows, up to 10,000',
  kind: 'number',
  min: 1,
  max: 10_000,
  placeholder: '100',
};

/** Returns whether there is a variable, or what stands for everything. */
function mayBeAll(ids: string[] = []): boolean {
  return ids.some((id) => id === '*' || variableNames(id).length > 0);
}

/** A query of what there is: which product, how to look at it, and what narrows it down. */
export function ListsEditor({ query, datasource, onChange, onRunQuery }: KindEditorProps<ListsQuery>) {
  const product = LISTS.find(({ queryType }) => queryType === query.queryType) ?? LISTS[0];
  const modes = MODES[product.queryType];
  const mode = modes.find(({ value }) => value === query.mode) ?? modes[0];
  const { resources } = datasource;
  const change = (part: Partial<ListsQuery>) => {
    onChange({ ...query, ...part });
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" wrap="wrap" gap={0.5}>
        <FormFields
          fields={[...modeFields(modes), ...fieldsOf(product, mode, query.ids)]}
          values={{ ...query, mode: mode.value }}
          resources={resources}
          onChange={(values) =>
            change({
              mode: values.mode as string,
              query: String(values.query ?? '').trim(),
              ids: values.ids as string[] | undefined,
            })
          }
        />
        <FormFields
          fields={mode.fields ?? []}
          values={query.options ?? {}}
          resources={resources}
          onChange={(options) => change({ options: options as Record<string, string> })}
        />
        <FormFields
          fields={[LIMIT]}
          values={{ limit: query.limit }}
          resources={resources}
          onChange={({ limit }) => change({ limit: limit as number | undefined })}
        />
      </Stack>
      <KeptValues query={query} onChange={onChange} />
    </Stack>
  );
}

function modeFields(modes: ListMode[]): Field[] {
  return modes.length > 1 ? [{ name: 'mode', label: 'Show', kind: 'radio', choices: modes }] : [];
}

/** Returns what is to be told of a list, before what only its mode has. */
function fieldsOf(
  { queryType, example, byId = [] }: ListProduct & { queryType: ListName },
  { value }: ListMode,
  chosen?: string[]
): Field[] {
  const things = byId.includes(value) ? THINGS[queryType] : undefined;
  const search: Field = {
    name: 'query',
    label: 'Search',
    help: things
      ? 'Which of them, where the variable stands for all'
      : 'As in the search field of the same page in Datadog; empty for all',
    kind: 'text',
    width: 40,
    placeholder: example,
  };
  return [...(example && (!things || mayBeAll(chosen)) ? [search] : []), ...(things ? [things] : [])];
}

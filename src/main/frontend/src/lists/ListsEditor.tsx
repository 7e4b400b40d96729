// SPDX-License-Identifier: Apache-2.0
import { RadioButtonGroup, Stack } from '@grafana/ui';
import React from 'react';
import { CommitInput } from '../controls/CommitInput';
import { Labelled } from '../controls/Labelled';
import { FormFields } from '../forms/FormFields';
import { Field } from '../forms/fields';
import { KeptValues } from '../query/KeptValues';
import type { KindEditorProps } from '../query/kinds';
import { variableNames } from '../query/variables';
import { ListsQuery } from '../types';
import { LISTS, modeOf } from './types';

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
  const type = LISTS.find(({ queryType }) => queryType === query.queryType) ?? LISTS[0];
  const mode = modeOf(type, query.mode);
  const { resources } = datasource;
  const change = (part: Partial<ListsQuery>) => {
    onChange({ ...query, ...part });
    onRunQuery();
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" wrap="wrap" gap={0.5}>
        {type.modes.length > 1 && (
          <Labelled label="Show">
            <RadioButtonGroup<string>
              aria-label="What to show"
              options={type.modes.map(({ value, label }) => ({ value, label }))}
              value={mode.value}
              onChange={(value) => change({ mode: value })}
            />
          </Labelled>
        )}
        {type.example && (!mode.ids || mayBeAll(query.ids)) && (
          <Labelled
            label="Search"
            help={
              mode.ids
                ? 'Which of them, where the variable stands for all'
                : 'As in the search field of the same page in Datadog; empty for all'
            }
          >
            <CommitInput
              label="Search"
              width={40}
              placeholder={type.example}
              value={query.query ?? ''}
              onCommit={(text) => change({ query: text.trim() })}
            />
          </Labelled>
        )}
        {mode.ids && (
          <FormFields
            fields={[mode.ids]}
            values={{ ids: query.ids }}
            resources={resources}
            onChange={({ ids }) => change({ ids: ids as string[] | undefined })}
          />
        )}
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

// SPDX-License-Identifier: Apache-2.0
import { Combobox, InlineField } from '@grafana/ui';
import React, { useId } from 'react';
import { CommitInput } from '../controls/CommitInput';
import { Fitting } from '../controls/Fitting';
import { AnnotatedQuery } from '../types';
import { ALL_EVENTS, words } from './events';

interface Props {
  query: AnnotatedQuery;
  onChange(query: AnnotatedQuery): void;
  onRunQuery(): void;
}

const LABEL = 16;
const PRIORITIES = [
  { value: 'all' as const, label: 'all' },
  { value: 'normal' as const, label: 'normal' },
  { value: 'low' as const, label: 'low' },
];
const SEARCH_HELP =
  'Search text of the events explorer: words, key:value, AND, OR, -. Variables may stand in it. Empty: all events.';

/** Which events are shown over the graphs of a dashboard. Grafana adds colours, the choice of panels and a test. */
export function AnnotationEditor({ query, onChange, onRunQuery }: Props) {
  const ids = { search: useId(), priority: useId(), sources: useId(), tags: useId() };
  const events: AnnotatedQuery = { ...query, ...ALL_EVENTS, query: query.query ?? '' };
  const change = (part: Partial<AnnotatedQuery>) => {
    onChange({ ...events, ...part });
    onRunQuery();
  };

  return (
    <Fitting width={66}>
      <InlineField label="Search" grow labelWidth={LABEL} tooltip={SEARCH_HELP}>
        <CommitInput
          id={ids.search}
          value={events.query}
          placeholder="service:web status:error"
          onCommit={(text) => change({ query: text.trim() })}
        />
      </InlineField>
      <InlineField label="Sources" grow labelWidth={LABEL} tooltip="Any of them, separated by commas: github, chef">
        <CommitInput
          id={ids.sources}
          value={(events.sources ?? []).join(', ')}
          placeholder="all"
          onCommit={(text) => change({ sources: words(text) })}
        />
      </InlineField>
      <InlineField label="Priority" grow labelWidth={LABEL}>
        <Combobox
          id={ids.priority}
          options={PRIORITIES}
          value={events.priority ?? 'all'}
          onChange={({ value }) => change({ priority: value === 'all' ? undefined : value })}
        />
      </InlineField>
      <InlineField label="Tags" grow labelWidth={LABEL} tooltip="All of them, separated by commas: env:prod, team:shop">
        <CommitInput
          id={ids.tags}
          value={(events.tags ?? []).join(', ')}
          placeholder="any"
          onCommit={(text) => change({ tags: words(text) })}
        />
      </InlineField>
    </Fitting>
  );
}

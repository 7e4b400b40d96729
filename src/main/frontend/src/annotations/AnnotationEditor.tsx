// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { Fitting } from '../controls/Fitting';
import type { DataSource } from '../datasource';
import { FormFields } from '../forms/FormFields';
import { isNewer } from '../query/migrate';
import { Unreadable } from '../query/Unreadable';
import { AnnotatedQuery, VERSION } from '../types';
import { ALL_EVENTS, words } from './events';
import { fieldsOf, isShowable } from './fields';

interface Props {
  query: AnnotatedQuery;
  datasource: DataSource;
  onChange(query: AnnotatedQuery): void;
  onRunQuery(): void;
}

const LABEL = 16;

/** What is shown over the graphs of a dashboard. Grafana adds colours, the choice of panels and a test. */
export function AnnotationEditor({ query, datasource, onChange, onRunQuery }: Props) {
  const events: AnnotatedQuery = { ...ALL_EVENTS, ...query };
  if (isNewer(events) || !isShowable(events.queryType)) {
    return <Unreadable query={query} what="annotation" kind={events.queryType} />;
  }
  const { queryType, priority, sources = [], tags = [] } = events;
  const change = (values: Record<string, unknown>) => {
    onChange({ ...events, ...saved(values) });
    onRunQuery();
  };
  return (
    <Fitting width={66}>
      <FormFields
        fields={fieldsOf(queryType)}
        values={{ queryType, query: events.query, priority, sources: sources.join(', '), tags: tags.join(', ') }}
        resources={datasource.resources}
        labelWidth={LABEL}
        onChange={change}
      />
    </Fitting>
  );
}

/** Lists are typed with commas; what narrows nothing down is not saved. */
function saved({ queryType, query = '', priority, sources, tags }: Record<string, unknown>) {
  return {
    version: VERSION,
    mode: 'annotations',
    queryType,
    query: String(query).trim(),
    priority: priority === 'all' ? undefined : priority,
    sources: list(sources),
    tags: list(tags),
  } as Partial<AnnotatedQuery>;
}

function list(text: unknown): string[] | undefined {
  const typed = words(text);
  return typed.length ? typed : undefined;
}

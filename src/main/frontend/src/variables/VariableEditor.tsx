// SPDX-License-Identifier: Apache-2.0
import { QueryEditorProps } from '@grafana/data';
import React from 'react';
import { Fitting } from '../controls/Fitting';
import type { DataSource } from '../datasource';
import { FormFields } from '../forms/FormFields';
import { Unreadable } from '../query/Unreadable';
import { SavedQuery, Settings, VERSION } from '../types';
import { fieldsOf } from './fields';
import { describeVariable, isReadable, readVariable, VariableQuery } from './query';

type Props = QueryEditorProps<DataSource, SavedQuery, Settings, VariableQuery>;

const LABEL = 16;

/** Chooses what a variable lists. Grafana adds regex, sort order and preview. */
export function VariableEditor({ query, onChange, datasource }: Props) {
  if (!isReadable(query)) {
    return <Unreadable query={query} what="variable" kind={query.kind} />;
  }
  const variable = readVariable(query);
  const change = (values: object) => {
    const changed = { ...values, version: VERSION } as VariableQuery;
    const text = describeVariable(changed);
    // what Grafana's list of variables shows: newer ones look for it in the query, older ones get it beside
    (onChange as (query: VariableQuery, text: string) => void)({ ...changed, query: text }, text);
  };

  return (
    <Fitting width={66}>
      <FormFields
        fields={fieldsOf(variable)}
        values={{ ...variable }}
        resources={datasource.resources}
        labelWidth={LABEL}
        onChange={change}
      />
    </Fitting>
  );
}

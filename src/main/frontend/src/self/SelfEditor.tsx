// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { Field } from '../forms/fields';
import { FormFields } from '../forms/FormFields';
import type { KindEditorProps } from '../query/kinds';
import { SelfQuery } from '../types';

const MODE: Field = {
  name: 'mode',
  label: 'Show',
  kind: 'radio',
  choices: [
    { value: 'calls', label: 'Calls', description: 'Calls to Datadog by address and status, since the start' },
    { value: 'caches', label: 'Caches', description: 'How often each cache helped' },
    { value: 'budget', label: 'Rate limits', description: 'What is left of those of this data source’s keys' },
  ],
};

/** A query of what Dromedary counts itself. It costs no call to Datadog. */
export function SelfEditor({ query, datasource, onChange, onRunQuery }: KindEditorProps<SelfQuery>) {
  return (
    <FormFields
      fields={[MODE]}
      values={{ ...query }}
      resources={datasource.resources}
      onChange={({ mode }) => {
        onChange({ ...query, mode: mode as SelfQuery['mode'] });
        onRunQuery();
      }}
    />
  );
}

// SPDX-License-Identifier: Apache-2.0
import { InlineField, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import type { KindEditorProps } from '../query/kinds';
import { SelfQuery } from '../types';

const MODES = [
  { value: 'calls' as const, label: 'Calls', description: 'Calls to Datadog by address and status, since the start' },
  { value: 'caches' as const, label: 'Caches', description: 'How often each cache helped' },
  { value: 'budget' as const, label: 'Rate limits', description: 'What is left of those of this data source’s keys' },
];

/** A query of what Dromedary counts itself. It costs no call to Datadog. */
export function SelfEditor({ query, onChange, onRunQuery }: KindEditorProps<SelfQuery>) {
  return (
    <InlineField label="Show">
      <RadioButtonGroup
        aria-label="What to show"
        options={MODES}
        value={query.mode ?? 'calls'}
        onChange={(mode) => {
          onChange({ ...query, mode });
          onRunQuery();
        }}
      />
    </InlineField>
  );
}

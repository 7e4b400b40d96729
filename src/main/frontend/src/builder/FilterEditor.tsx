// SPDX-License-Identifier: Apache-2.0
import { IconButton, Stack } from '@grafana/ui';
import React from 'react';
import { Choice } from '../controls/Choice';
import { NamePicker } from '../controls/NamePicker';
import { NamesPicker } from '../controls/NamesPicker';
import { Names } from '../resources/types';
import { TagFilter } from './model';

interface Props {
  filter: TagFilter;
  /** Without a metric there are no tags to offer. */
  disabled: boolean;
  loadKeys(text: string): Promise<Names>;
  loadValues(text: string): Promise<Names>;
  onChange(filter: TagFilter): void;
  onRemove(): void;
}

const OPERATORS = [
  { value: '=', label: '=' },
  { value: '!=', label: '≠' },
  { value: '=|', label: 'one of' },
  { value: '!=|', label: 'none of' },
  { value: 'tag', label: 'is set' },
  { value: '!tag', label: 'is not set' },
];

/** A tag, how it is compared, and with what. */
export function FilterEditor({ filter, disabled, loadKeys, loadValues, onChange, onRemove }: Props) {
  const several = filter.operator === '=|' || filter.operator === '!=|';
  const alone = filter.operator === 'tag' || filter.operator === '!tag';

  return (
    <Stack direction="row" gap={0} wrap="wrap" alignItems="center">
      <NamePicker
        label="Tag"
        width={20}
        value={filter.key}
        placeholder="tag"
        disabled={disabled && filter.key === ''}
        autoFocus={filter.key === ''}
        load={loadKeys}
        onChange={(key) => onChange({ ...filter, key, values: [] })}
      />
      <Choice
        label="Operator"
        width={12}
        options={OPERATORS}
        value={filter.operator}
        onChange={(operator) => onChange(withOperator(filter, operator))}
      />
      {several && (
        <NamesPicker
          label={`Values of ${filter.key}`}
          width={32}
          placeholder="values"
          values={filter.values}
          load={loadValues}
          onChange={(values) => onChange({ ...filter, values })}
        />
      )}
      {!several && !alone && (
        <NamePicker
          label={`Value of ${filter.key}`}
          width={24}
          value={filter.values[0] ?? ''}
          placeholder="value, or web-*"
          disabled={filter.key === ''}
          load={loadValues}
          onChange={(value) => onChange({ ...filter, values: value ? [value] : [] })}
        />
      )}
      <IconButton
        name="times"
        tooltip={`Remove the filter${filter.key ? ` on ${filter.key}` : ''}`}
        onClick={onRemove}
      />
    </Stack>
  );
}

/** As many values as the operator takes are kept. */
function withOperator(filter: TagFilter, operator: string): TagFilter {
  const count = operator.endsWith('|') ? filter.values.length : operator.endsWith('tag') ? 0 : 1;
  return { ...filter, operator, values: filter.values.slice(0, count) };
}

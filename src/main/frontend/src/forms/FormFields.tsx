// SPDX-License-Identifier: Apache-2.0
import { Combobox, InlineSwitch } from '@grafana/ui';
import React, { useId } from 'react';
import { CommitInput } from '../controls/CommitInput';
import { Labelled } from '../controls/Labelled';
import { NamePicker } from '../controls/NamePicker';
import { NamesPicker } from '../controls/NamesPicker';
import { Resources } from '../resources/Resources';
import { changed, Field, Values } from './fields';

interface Props {
  fields: Field[];
  values: Values;
  resources: Resources;
  onChange(values: Values): void;
}

const WIDTH = 24;

/** Fields side by side, each with its label. */
export function FormFields({ fields, values, resources, onChange }: Props) {
  return (
    <>
      {fields.map((field) => (
        <Labelled key={field.name} label={field.label} help={field.help}>
          <Control
            field={field}
            values={values}
            resources={resources}
            onChange={(value) => onChange(changed(values, field.name, value))}
          />
        </Labelled>
      ))}
    </>
  );
}

interface ControlProps {
  field: Field;
  values: Values;
  resources: Resources;
  onChange(value: unknown): void;
}

function Control({ field, values, resources, onChange }: ControlProps) {
  const id = useId();
  const { label, placeholder, width = WIDTH } = field;
  const value = values[field.name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.kind) {
    case 'text':
      return <CommitInput label={label} width={width} placeholder={placeholder} value={text} onCommit={onChange} />;
    case 'number':
      return (
        <CommitInput
          label={label}
          type="number"
          min={field.min}
          max={field.max}
          width={12}
          placeholder={placeholder}
          value={text}
          onCommit={(typed) => onChange(whole(typed, field))}
        />
      );
    case 'flag':
      return (
        <InlineSwitch
          aria-label={label}
          value={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked || undefined)}
        />
      );
    case 'choice':
      return (
        <>
          <span id={id} hidden>
            {label}
          </span>
          <Combobox<string>
            aria-labelledby={id}
            width={width}
            placeholder={placeholder}
            options={field.choices}
            value={text || null}
            onChange={(option: { value: string } | null) => onChange(option?.value)}
          />
        </>
      );
    case 'name':
      return (
        <NamePicker
          label={label}
          width={width}
          placeholder={placeholder}
          value={text}
          load={(typed) => field.load(resources, typed, values)}
          onChange={onChange}
        />
      );
    case 'names':
      return (
        <NamesPicker
          label={label}
          width={width}
          placeholder={placeholder ?? ''}
          values={Array.isArray(value) ? value.map(String) : []}
          load={(typed) => field.load(resources, typed, values)}
          onChange={onChange}
        />
      );
  }
}

/** Returns the number as the field takes it; nothing when none is typed. */
function whole(typed: string, { min, max }: { min?: number; max?: number }): number | undefined {
  if (typed.trim() === '' || Number.isNaN(Number(typed))) {
    return undefined;
  }
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, Math.trunc(Number(typed))));
}

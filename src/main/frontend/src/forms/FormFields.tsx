// SPDX-License-Identifier: Apache-2.0
import { InlineSwitch, RadioButtonGroup } from '@grafana/ui';
import React, { useId } from 'react';
import { Choice } from '../controls/Choice';
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
  /** Of all labels, in steps of 8 pixels: the fields stand below each other, as wide as they can be. */
  labelWidth?: number;
  onChange(values: Values): void;
}

const WIDTH = 24;

/** Fields with a label each, side by side unless their labels have a width. */
export function FormFields({ fields, values, onChange, ...rest }: Props) {
  return (
    <>
      {fields.map((field) => (
        <FormField
          key={field.name}
          field={field}
          values={values}
          onChange={(value) => onChange(changed(values, field.name, value))}
          {...rest}
        />
      ))}
    </>
  );
}

interface FieldProps extends Omit<Props, 'fields' | 'onChange'> {
  field: Field;
  onChange(value: unknown): void;
}

function FormField({ labelWidth, ...props }: FieldProps) {
  const id = useId();
  const { label, help, width = WIDTH } = props.field;
  return (
    <Labelled label={label} help={help} htmlFor={id} labelWidth={labelWidth}>
      <Control {...props} id={id} width={labelWidth === undefined ? width : undefined} />
    </Labelled>
  );
}

interface ControlProps extends Omit<FieldProps, 'labelWidth'> {
  id: string;
  width?: number;
}

function Control({ id, field, width, values, resources, onChange }: ControlProps) {
  const { label, placeholder } = field;
  const value = values[field.name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const common = { id, width, placeholder };
  switch (field.kind) {
    case 'text':
      return <CommitInput {...common} value={text} onCommit={onChange} />;
    case 'number':
      return (
        <CommitInput
          {...common}
          type="number"
          min={field.min}
          max={field.max}
          width={12}
          value={text}
          onCommit={(typed) => onChange(whole(typed, field))}
        />
      );
    case 'flag':
      return (
        <InlineSwitch
          id={id}
          value={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked || undefined)}
        />
      );
    case 'radio':
      return (
        <RadioButtonGroup<string>
          aria-label={label}
          options={field.choices}
          value={text || field.choices[0]?.value}
          onChange={onChange}
        />
      );
    case 'choice':
      return <Choice {...common} options={field.choices} value={text} onChange={onChange} />;
    case 'name':
      return (
        <NamePicker
          {...common}
          label={label}
          isClearable
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

// SPDX-License-Identifier: Apache-2.0
import { getTemplateSrv } from '@grafana/runtime';
import { FieldValidationMessage } from '@grafana/ui';
import React from 'react';
import { Choice } from './Choice';
import { Fitting } from './Fitting';
import { Names } from '../resources/types';
import { useNames } from './useNames';

interface Props {
  /** What screen readers call it; not shown. */
  label: string;
  id?: string;
  value: string;
  placeholder?: string;
  /** In steps of 8 pixels; all there is when left out. */
  width?: number;
  disabled?: boolean;
  invalid?: boolean;
  /** Whether it may be left out. */
  isClearable?: boolean;
  /** Whether it is what was just asked for, and takes the keyboard. */
  autoFocus?: boolean;
  /** Asks the backend for names with a text in them. */
  load(text: string): Promise<Names>;
  onChange(value: string): void;
}

/** A name out of many, asked for while typing; any other text may be entered too, such as one with variables. */
export function NamePicker({ width, load, onChange, ...rest }: Props) {
  const { names, failure } = useNames(load);
  return (
    <Fitting width={width}>
      <Choice
        {...rest}
        createCustomValue
        options={(text) => options(text, names)}
        onChange={(name) => onChange(name.trim())}
      />
      {failure && <FieldValidationMessage>{failure}</FieldValidationMessage>}
    </Fitting>
  );
}

async function options(text: string, load: Props['load']) {
  const { names, values = {} } = await load(text.startsWith('$') ? '' : text);
  const variables = getTemplateSrv()
    .getVariables()
    .map((variable) => `$${variable.name}`);
  const matching = variables.filter((name) => name.toLowerCase().includes(text.toLowerCase()));
  const offered = text.startsWith('$') ? matching : [...names, ...matching];
  return offered.map((name) => option(name, values));
}

/** A name that stands for another text shows both: only that is saved. */
export function option(name: string, values: Record<string, string>) {
  const value = values[name] ?? name;
  return value === name ? { value, label: name } : { value, label: name, description: value };
}

// SPDX-License-Identifier: Apache-2.0
import { FieldValidationMessage, MultiCombobox } from '@grafana/ui';
import React, { useLayoutEffect, useRef } from 'react';
import { Fitting } from './Fitting';
import { option } from './NamePicker';
import { Names } from '../resources/types';
import { useNames } from './useNames';

interface Props {
  /** What screen readers call it; not shown. */
  label: string;
  values: string[];
  placeholder: string;
  /** In steps of 8 pixels; all there is when left out. */
  width?: number;
  disabled?: boolean;
  load(text: string): Promise<Names>;
  onChange(values: string[]): void;
}

/** Several names out of many; any other text may be entered too. */
export function NamesPicker({ label, values, placeholder, width, disabled, load, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { names, failure } = useNames(load);
  // Grafana's component takes no name for its input
  useLayoutEffect(() => box.current?.querySelector('input')?.setAttribute('aria-label', label));
  return (
    <Fitting width={width} box={box}>
      <MultiCombobox<string>
        createCustomValue
        placeholder={placeholder}
        disabled={disabled}
        value={values}
        options={async (text) => {
          const { names: found, values: ids = {} } = await names(text);
          return found.map((name) => option(name, ids));
        }}
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      />
      {failure && <FieldValidationMessage>{failure}</FieldValidationMessage>}
    </Fitting>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Combobox, ComboboxOption } from '@grafana/ui';
import React, { useId } from 'react';
import { Fitting } from './Fitting';
import { Resting } from './Resting';

interface Props {
  id?: string;
  /** What screen readers call it, where no label belongs to it; not shown. */
  label?: string;
  /** Empty for none, unless that is one of the options. */
  value: string;
  placeholder?: string;
  /** In steps of 8 pixels, less on narrow screens; all there is when left out. */
  width?: number;
  disabled?: boolean;
  invalid?: boolean;
  /** Whether it is what was just asked for, and takes the keyboard. */
  autoFocus?: boolean;
  isClearable?: boolean;
  /** Whether any other text may be entered too. */
  createCustomValue?: boolean;
  options: ComboboxOption[] | ((text: string) => Promise<ComboboxOption[]>);
  onChange(value: string): void;
}

/** One out of many. */
export function Choice({ id, label, value, width, onChange, ...rest }: Props) {
  const labelId = useId();
  const { placeholder, disabled, invalid, autoFocus, isClearable, options } = rest;
  const chosen = Array.isArray(options) ? options.find((option) => option.value === value) : undefined;
  const labelledBy = label === undefined ? undefined : labelId;
  return (
    <Fitting width={width}>
      {label !== undefined && (
        <span id={labelId} hidden>
          {label}
        </span>
      )}
      <Resting
        {...{ id, labelledBy, placeholder, disabled, invalid }}
        text={chosen?.label ?? value}
        awake={Boolean(autoFocus) || (Boolean(isClearable) && value !== '')}
      >
        <Combobox<string>
          {...rest}
          id={id}
          aria-labelledby={labelledBy}
          isClearable={isClearable as true}
          value={chosen || value !== '' ? value : null}
          onChange={(option: { value: string } | null) => onChange(option?.value ?? '')}
        />
      </Resting>
    </Fitting>
  );
}

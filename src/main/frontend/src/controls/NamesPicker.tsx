// SPDX-License-Identifier: Apache-2.0
import { MultiCombobox } from '@grafana/ui';
import React, { useLayoutEffect, useRef } from 'react';
import { Names } from '../resources/Resources';

interface Props {
  /** What screen readers call it; not shown. */
  label: string;
  values: string[];
  placeholder: string;
  /** In steps of 8 pixels. */
  width: number;
  disabled?: boolean;
  load(text: string): Promise<Names>;
  onChange(values: string[]): void;
}

/** Several names out of many; any other text may be entered too. */
export function NamesPicker({ label, values, placeholder, width, disabled, load, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Grafana's component takes no name for its input
  useLayoutEffect(() => box.current?.querySelector('input')?.setAttribute('aria-label', label));
  return (
    <div ref={box}>
      <MultiCombobox<string>
        width={width}
        createCustomValue
        placeholder={placeholder}
        disabled={disabled}
        value={values.map(option)}
        options={async (text) => (await load(text)).names.map(option)}
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      />
    </div>
  );
}

function option(value: string) {
  return { value, label: value };
}

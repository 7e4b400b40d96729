// SPDX-License-Identifier: Apache-2.0
import { FieldValidationMessage, MultiCombobox } from '@grafana/ui';
import React, { ComponentProps, useLayoutEffect, useRef } from 'react';
import { Fitting } from './Fitting';
import { option } from './NamePicker';
import { Names } from '../resources/types';
import { Resting } from './Resting';
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
  const { names, failure } = useNames(load);
  return (
    <Fitting width={width}>
      <Resting {...{ label, placeholder, disabled }} text="" awake={values.length > 0}>
        <Several
          label={label}
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
      </Resting>
      {failure && <FieldValidationMessage>{failure}</FieldValidationMessage>}
    </Fitting>
  );
}

type SeveralProps = ComponentProps<typeof MultiCombobox<string>> & { label: string };

/** Grafana's component takes no name for its input. */
function Several({ label, ...rest }: SeveralProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector('input')?.setAttribute('aria-label', label));
  return (
    <div ref={box}>
      <MultiCombobox<string> {...rest} />
    </div>
  );
}

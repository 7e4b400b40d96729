// SPDX-License-Identifier: Apache-2.0
import { Input } from '@grafana/ui';
import React, { ComponentProps } from 'react';
import { Fitting } from './Fitting';

interface Props extends Omit<ComponentProps<typeof Input>, 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'width'> {
  /** What screen readers call it, where no label belongs to it. */
  label?: string;
  value: string;
  /** In steps of 8 pixels, less on narrow screens; all there is when left out. */
  width?: number;
  /** Told once the field is left, or Enter is pressed, with another text in it. */
  onCommit(value: string): void;
}

/** A text that counts when it is finished: every letter would ask the backend. */
export function CommitInput({ label, value, onCommit, width, ...rest }: Props) {
  const input = (
    <Input
      {...rest}
      key={value}
      aria-label={label}
      defaultValue={value}
      onBlur={({ currentTarget }) => currentTarget.value !== value && onCommit(currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
  return width === undefined ? input : <Fitting width={width}>{input}</Fitting>;
}

// SPDX-License-Identifier: Apache-2.0
import { Input } from '@grafana/ui';
import React, { ComponentProps, useState } from 'react';
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
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // another text has come from outside, or what was entered was put right
    setShown(value);
    setText(value);
  }
  const commit = () => text !== value && onCommit(text);
  const input = (
    <Input
      {...rest}
      aria-label={label}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => key === 'Enter' && commit()}
    />
  );
  return width === undefined ? input : <Fitting width={width}>{input}</Fitting>;
}

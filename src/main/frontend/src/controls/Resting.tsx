// SPDX-License-Identifier: Apache-2.0
import { Icon, Input } from '@grafana/ui';
import React, { MouseEvent, ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface Props {
  id?: string;
  label?: string;
  labelledBy?: string;
  /** What is chosen. */
  text: string;
  placeholder?: string;
  disabled?: boolean;
  invalid?: boolean;
  /** Whether the list is needed at once; it stays. */
  awake: boolean;
  /** The list to choose from. */
  children: ReactNode;
}

/**
 * Looks like a list to choose from, and makes way for it when somebody goes there: most lists of an editor are only
 * looked at, and each costs several milliseconds to be drawn. The keyboard moves on before the next key comes.
 */
export function Resting({ label, labelledBy, text, awake, children, ...field }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [woken, setWoken] = useState<'before' | 'by key' | 'by mouse' | undefined>(awake ? 'before' : undefined);
  if (awake && !woken) {
    setWoken('before');
  }
  useLayoutEffect(() => {
    const input = woken !== 'before' && box.current?.querySelector('input');
    if (input && woken) {
      input.focus();
      if (woken === 'by mouse') {
        input.click(); // opens the list: the button is let go over another field than it was pressed on
      } else {
        input.select(); // as Tab does, so that typing replaces what is there
      }
    }
  }, [woken]);
  const onMouseDown = (event: MouseEvent) => {
    if (event.button === 0 && !field.disabled) {
      event.preventDefault();
      setWoken('by mouse');
    }
  };
  return (
    <div ref={box}>
      {woken ? (
        children
      ) : (
        <Input
          {...field}
          role="combobox"
          aria-label={label}
          aria-labelledby={labelledBy}
          aria-expanded={false}
          aria-haspopup="listbox"
          autoComplete="off"
          value={text}
          suffix={<Icon name="angle-down" />}
          onChange={() => {}}
          onFocus={() => setWoken('by key')}
          onMouseDown={onMouseDown}
        />
      )}
    </div>
  );
}

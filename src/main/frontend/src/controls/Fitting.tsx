// SPDX-License-Identifier: Apache-2.0
import React, { ReactNode, Ref } from 'react';

interface Props {
  /** In steps of 8 pixels, where there is room; all there is when left out. */
  width?: number;
  box?: Ref<HTMLDivElement>;
  /** Told when somebody points at the control, or goes there: it may be used soon. */
  onAttention?(): void;
  children: ReactNode;
}

/** Gives a control its width, and less on narrow screens. */
export function Fitting({ width, box, onAttention, children }: Props) {
  const style = { width: width === undefined ? '100%' : width * 8, maxWidth: '100%', minWidth: 0 };
  return (
    <div ref={box} style={style} onFocus={onAttention} onPointerEnter={onAttention}>
      {children}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { RefObject, useLayoutEffect, useRef } from 'react';

/** Returns a box with the latest value, for callbacks that are handed out once and outlive a rendering. */
export function useLatest<T>(value: T): RefObject<T> & { current: T } {
  const box = useRef(value);
  useLayoutEffect(() => {
    box.current = value;
  });
  return box;
}

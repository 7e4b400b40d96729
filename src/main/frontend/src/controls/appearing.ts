// SPDX-License-Identifier: Apache-2.0
import { css, keyframes } from '@emotion/css';

/** Styles of what stands for something that is on its way: nothing is seen of a short wait. */
export function appearing() {
  const appear = keyframes({ from: { opacity: 0 }, to: { opacity: 1 } });
  return css({ opacity: 0, animation: `${appear} 0.2s 0.4s forwards` });
}

// SPDX-License-Identifier: Apache-2.0
import type uPlot from 'uplot';

declare global {
  interface Window {
    /** Loaded by a script of its own. */
    uPlot: typeof uPlot;
  }
}

// SPDX-License-Identifier: Apache-2.0

export const AUTO = 'auto';
export const NONE = 'none';

/** Names of the ways to combine the values of a bucket. */
export const METHODS = ['avg', 'sum', 'min', 'max', 'count'];

export interface Rollup {
  method: string;
  /** Whole, as text while it is written. */
  seconds: string;
}

/** Reads `<method>,<seconds>`; nothing for the words `auto` and `none`. */
export function readRollup(saved: string): Rollup | undefined {
  const [method = '', seconds] = saved.split(',').map((part) => part.trim());
  return seconds === undefined ? undefined : { method, seconds };
}

export function writeRollup({ method, seconds }: Rollup): string {
  return `${method},${seconds.trim()}`;
}

/** Returns what is wrong with the seconds, or nothing. */
export function secondsProblem(seconds: string): string {
  return /^[1-9]\d*$/.test(seconds.trim()) ? '' : 'Whole seconds, 1 or more';
}

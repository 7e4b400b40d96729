// SPDX-License-Identifier: Apache-2.0
import { Resources } from '../resources/Resources';
import { Names } from '../resources/types';

/** What a form holds, by the names of its fields. */
export type Values = Record<string, unknown>;

interface Common {
  name: string;
  label: string;
  /** What is not obvious, shown when the label is pointed at. */
  help?: string;
  placeholder?: string;
  /** In steps of 8 pixels. */
  width?: number;
}

/** Asks the backend what may be chosen; the form's other values may matter. */
export type Load = (resources: Resources, text: string, values: Values) => Promise<Names>;

/** Something to fill in. */
export type Field = Common &
  (
    | { kind: 'text' }
    | { kind: 'number'; min?: number; max?: number }
    | { kind: 'flag' }
    /** One of a few, all of them to be seen; the first where none is saved. */
    | { kind: 'radio'; choices: Array<{ value: string; label: string; description?: string }> }
    | { kind: 'choice'; choices: Array<{ value: string; label: string; description?: string }> }
    | { kind: 'name'; load: Load }
    | { kind: 'names'; load: Load }
  );

/** Returns choices that are called what they are. */
export function choices(...values: string[]) {
  return values.map((value) => ({ value, label: value }));
}

export const noNames: Load = async () => ({ names: [], complete: true });

/** Returns the values with one changed; what is emptied is left out. */
export function changed(values: Values, name: string, value: unknown): Values {
  const { [name]: _, ...others } = values;
  const empty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? others : { ...others, [name]: value };
}

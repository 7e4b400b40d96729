// SPDX-License-Identifier: Apache-2.0
// @ts-check
// From the frames of an answer to what is drawn.

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} type `time`, `number`, `string`, `boolean`, `other`
 * @property {Record<string, string>} [labels]
 * @property {{ displayNameFromDS?: string, unit?: string }} [config]
 */

/**
 * @typedef {object} Frame
 * @property {{ name?: string, fields: Field[], meta?: { notices?: Array<{ severity: string, text: string }> } }} schema
 * @property {{ values: any[][] }} data one list a field
 */

/** @typedef {{ name: string, unit: string, times: number[], values: Array<number | null> }} Series */

/** @typedef {{ columns: Array<{ name: string, type: string, unit: string }>, rows: any[][] }} Table */

/**
 * Returns whether a frame is a chart: a time, and nothing but numbers beside it.
 *
 * @param {Frame} frame
 */
export function isChart({ schema: { fields } }) {
  const others = fields.filter(({ type }) => type !== 'time');
  return others.length === fields.length - 1 && others.length > 0 && others.every(({ type }) => type === 'number');
}

/**
 * Returns the series of a frame that is a chart.
 *
 * @param {Frame} frame
 * @returns {Series[]}
 */
export function seriesOf({ schema: { fields }, data: { values } }) {
  const times = values[fields.findIndex(({ type }) => type === 'time')] ?? [];
  return fields.flatMap((field, index) =>
    field.type === 'number' ? [{ name: nameOf(field), unit: unitOf(field), times, values: values[index] ?? [] }] : []
  );
}

/**
 * Returns all series over one list of times in seconds, as uPlot draws them; a gap where a series has none.
 *
 * @param {Series[]} series
 * @returns {Array<Array<number | null>>}
 */
export function aligned(series) {
  const times = [...new Set(series.flatMap((one) => one.times))].sort((a, b) => a - b);
  const places = new Map(times.map((time, place) => [time, place]));
  const lines = series.map((one) => {
    /** @type {Array<number | null>} */
    const line = new Array(times.length).fill(null);
    one.times.forEach((time, index) => (line[places.get(time) ?? 0] = one.values[index] ?? null));
    return line;
  });
  return [times.map((time) => time / 1000), ...lines];
}

/**
 * Returns a frame by rows.
 *
 * @param {Frame} frame
 * @returns {Table}
 */
export function tableOf({ schema: { fields }, data: { values } }) {
  const columns = fields.map((field) => ({ name: nameOf(field), type: field.type, unit: unitOf(field) }));
  const rows = (values[0] ?? []).map((_, row) => values.map((column) => column[row]));
  return { columns, rows };
}

/** @param {Field} field */
function nameOf({ name, labels, config }) {
  const tags = Object.entries(labels ?? {}).map(([key, value]) => `${key}:${value}`);
  return config?.displayNameFromDS || (tags.length ? `${name} {${tags.join(', ')}}` : name);
}

/** @param {Field} field */
function unitOf({ config }) {
  return config?.unit ?? '';
}

/** Units of Grafana that are written after the number. */
const SIGNS = /** @type {Record<string, string>} */ ({ percent: '%', s: 's', ms: 'ms', reqps: 'req/s' });
const POWERS = ['', 'k', 'M', 'G', 'T', 'P'];

/**
 * Returns a value as a person reads it.
 *
 * @param {unknown} value
 * @param {string} type of its field
 * @param {string} unit
 * @returns {string}
 */
export function shown(value, type, unit) {
  if (value === null || value === undefined) {
    return '';
  }
  if (type === 'time') {
    return new Date(Number(value)).toISOString().replace('T', ' ').replace('.000Z', 'Z');
  }
  if (typeof value === 'number') {
    return numberText(value, unit);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * @param {number} value
 * @param {string} unit
 */
function numberText(value, unit) {
  const bytes = /^(dec)?bytes$/i.test(unit) || /^(Bps|binBps)$/.test(unit);
  const step = bytes ? 1024 : 1000;
  let power = 0;
  let left = value;
  while (Math.abs(left) >= step && power < POWERS.length - 1) {
    left /= step;
    power++;
  }
  const digits = Math.abs(left) >= 100 || Number.isInteger(left) ? 0 : 3;
  const text = Number(left.toFixed(digits)).toString();
  const sign = bytes ? (POWERS[power] ?? '') + (unit.endsWith('ps') ? 'iB/s' : 'iB') : (SIGNS[unit] ?? '');
  return bytes ? `${text} ${power ? sign : 'B'}` : `${text}${POWERS[power]}${sign && ` ${sign}`}`;
}

// SPDX-License-Identifier: Apache-2.0
// @ts-check
import { drawChart, MAX_SERIES } from './chart.js';
import { element } from './element.js';
import { isChart, seriesOf, shown, tableOf } from './frames.js';

/** More rows than these nobody reads; a browser gets slow by them. */
const MAX_ROWS = 1000;

/** Where the answer of a query is shown: series as a chart, all else as tables. */
export class AnswerView {
  #box;
  /** @type {Array<() => void>} */
  #drawn = [];

  /** @param {HTMLElement} box */
  constructor(box) {
    this.#box = box;
  }

  clear() {
    this.#drawn.splice(0).forEach((remove) => remove());
    this.#box.replaceChildren();
  }

  /**
   * @param {import('./frames.js').Frame[]} frames
   * @returns {string} what there is to see, in words
   */
  show(frames) {
    this.clear();
    const series = frames.filter(isChart).flatMap(seriesOf);
    const tables = frames.filter((frame) => !isChart(frame)).map(tableOf);
    if (series.length) {
      this.#showChart(series);
    }
    tables.forEach((table) => this.#box.append(tableElement(table)));
    frames
      .flatMap(({ schema }) => schema.meta?.notices ?? [])
      .forEach(({ text, severity }) => this.#box.append(element('p', { className: severity }, text)));
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    return [series.length && `${series.length} series`, rows && `${rows} rows`].filter(Boolean).join(', ') || 'No data';
  }

  /** @param {import('./frames.js').Series[]} series */
  #showChart(series) {
    const box = element('div');
    this.#box.append(box);
    this.#drawn.push(drawChart(box, series));
    if (series.length > MAX_SERIES) {
      this.#box.append(
        element('p', { className: 'warning' }, `The first ${MAX_SERIES} of ${series.length} are drawn.`)
      );
    }
    const values = element('details', {}, element('summary', {}, 'Last values as a table'));
    const rows = series.map(({ name, values: all }) => [name, [...all].reverse().find((value) => value !== null)]);
    const columns = [
      { name: 'Series', type: 'string', unit: '' },
      { name: 'Last', type: 'number', unit: series[0]?.unit ?? '' },
    ];
    values.append(tableElement({ columns, rows }));
    this.#box.append(values);
  }
}

/** @param {import('./frames.js').Table} table */
function tableElement({ columns, rows }) {
  const head = element('tr', {}, ...columns.map(({ name }) => element('th', { scope: 'col' }, name)));
  const lines = rows
    .slice(0, MAX_ROWS)
    .map((row) =>
      element(
        'tr',
        {},
        ...columns.map(({ type, unit }, column) =>
          element('td', { className: type === 'number' ? 'number' : '' }, shown(row[column], type, unit))
        )
      )
    );
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...lines));
  // scrolled by the keyboard too
  const box = element('div', { className: 'table', tabIndex: 0 }, table);
  if (rows.length > MAX_ROWS) {
    box.append(element('p', { className: 'warning' }, `The first ${MAX_ROWS} of ${rows.length} rows.`));
  }
  return box;
}

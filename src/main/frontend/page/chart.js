// SPDX-License-Identifier: Apache-2.0
// @ts-check
import { aligned, shown } from './frames.js';

/** More lines than these nobody can tell apart. */
export const MAX_SERIES = 100;

/** Told apart on light and on dark, also by those who do not see red. */
const COLORS = [
  '#3274d9',
  '#e0752d',
  '#2d9d78',
  '#b877d9',
  '#c4a000',
  '#5195ce',
  '#d6568b',
  '#6d8f00',
  '#8f6f4e',
  '#7b7f8a',
];

const HEIGHT = 320;

/**
 * Draws lines over time into a box, as wide as that is.
 *
 * @param {HTMLElement} box
 * @param {import('./frames.js').Series[]} all
 * @returns {() => void} how to take it away
 */
export function drawChart(box, all) {
  const series = all.slice(0, MAX_SERIES);
  box.className = 'chart';
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', `Chart of ${series.map(({ name }) => name).join(', ')}`);
  const unit = series[0]?.unit ?? '';
  const style = getComputedStyle(box);
  const axis = { stroke: style.color, grid: { stroke: style.getPropertyValue('--line'), width: 0.5 } };
  /** @type {(value: number | null) => string} */
  const text = (value) => shown(value, 'number', unit);
  const plot = new window.uPlot(
    {
      width: box.clientWidth,
      height: HEIGHT,
      cursor: { focus: { prox: 16 } },
      focus: { alpha: 0.3 },
      axes: [axis, { ...axis, size: 70, values: (_, values) => values.map(text) }],
      series: [
        { value: '{YYYY}-{MM}-{DD} {HH}:{mm}:{ss}' },
        ...series.map(({ name }, index) => ({
          label: name,
          stroke: COLORS[index % COLORS.length],
          width: 1.5,
          points: { show: series.every(({ times }) => times.length < 3) },
          value: (/** @type {uPlot} */ _, /** @type {number | null} */ value) => text(value),
        })),
      ],
    },
    /** @type {any} */ (aligned(series)),
    box
  );
  const resized = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: HEIGHT }));
  resized.observe(box);
  return () => {
    resized.disconnect();
    plot.destroy();
  };
}

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

const DAY = 86_400;

/**
 * @param {uPlot} plot
 * @param {number[]} splits seconds
 */
function times({ scales: { x } }, splits) {
  const long = (x?.max ?? 0) - (x?.min ?? 0) > DAY;
  const format = new Intl.DateTimeFormat(
    'sv',
    long
      ? { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }
      : { hour: '2-digit', minute: '2-digit', second: splits.some((time) => time % 60) ? '2-digit' : undefined }
  );
  return splits.map((time) => format.format(time * 1000));
}

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
      axes: [
        { ...axis, values: times },
        { ...axis, size: 70, values: (_, values) => values.map(text) },
      ],
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

// SPDX-License-Identifier: Apache-2.0
import { CoreApp, DataQueryRequest, dateTime, TimeRange } from '@grafana/data';
import { SavedQuery } from '../types';

const HOUR = 3_600_000;

/** Returns a request that no panel makes; of the last hour unless told. */
export function ownRequest(
  requestId: string,
  targets: SavedQuery[],
  range: TimeRange = hoursAround(Date.now() - HOUR / 2, 0.5)
): DataQueryRequest<SavedQuery> {
  return {
    requestId,
    app: CoreApp.Unknown,
    interval: '1s',
    intervalMs: 1000,
    maxDataPoints: 1000,
    range,
    scopedVars: {},
    startTime: Date.now(),
    targets,
    timezone: 'browser',
  };
}

/** @param middle milliseconds since 1970 */
export function hoursAround(middle: number, hours: number): TimeRange {
  const from = dateTime(middle - hours * HOUR);
  const to = dateTime(middle + hours * HOUR);
  return { from, to, raw: { from, to } };
}

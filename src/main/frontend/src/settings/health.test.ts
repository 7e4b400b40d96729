// SPDX-License-Identifier: Apache-2.0
import { healthLines } from './health';

describe('healthLines', () => {
  it('tells of each check, and which permission is missing', () => {
    const checks = {
      keys: { works: true },
      hosts: { works: false, permission: 'hosts_read', status: 403, text: 'Datadog refused this.' },
      logs: { works: false },
    };
    expect(healthLines({ datadog: 'EU1', checks })).toEqual([
      'Keys: works.',
      'Hosts: does not work. Needs hosts_read. Datadog refused this.',
      'logs: does not work.',
    ]);
  });

  it('has nothing to tell without checks', () => {
    expect(healthLines({ status: 400 })).toEqual([]);
    expect(healthLines(undefined)).toEqual([]);
  });
});

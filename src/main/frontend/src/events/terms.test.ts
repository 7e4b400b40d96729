// SPDX-License-Identifier: Apache-2.0
import { hasTerm, withTerm } from './terms';

describe('a value that is asked for', () => {
  it.each([
    ['', 'service', 'web', false, 'service:web'],
    ['status:error', 'service', 'web', false, 'status:error service:web'],
    ['status:error', 'service', 'web', true, 'status:error -service:web'],
    ['-service:web', 'service', 'web', false, 'service:web'],
    ['a service:web b', 'service', 'web', false, 'a b'],
    ['a OR b', 'service', 'web', false, '(a OR b) service:web'],
    ['(a OR b) c', 'host', 'my host', false, '(a OR b) c host:"my host"'],
    ['msg:"a OR b"', '@k', '1', false, 'msg:"a OR b" @k:1'],
  ])('in %j: %s %s, out %s', (search, key, value, out, expected) => {
    expect(withTerm(search, key, value, out)).toBe(expected);
  });

  it('is found again', () => {
    const search = withTerm('x', 'message', 'say "hi"', false);
    expect(hasTerm(search, 'message', 'say "hi"')).toBe(true);
    expect(hasTerm('x -service:web', 'service', 'web')).toBe(false);
    expect(withTerm(search, 'message', 'say "hi"', false)).toBe('x');
  });
});

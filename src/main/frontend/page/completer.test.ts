// SPDX-License-Identifier: Apache-2.0
import { Completions, createCompleter, Interest } from './completer';

function interest() {
  const listeners: Array<() => void> = [];
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: () => void) => listeners.push(listener),
  };
  const cancel = () => {
    token.isCancellationRequested = true;
    listeners.forEach((listener) => listener());
  };
  return { token: token as Interest, cancel };
}

const NAMES = ['system.cpu.user', 'system.cpu.idle', 'system.load.1'];

/** Written with `^` where the cursor is; names begin after the colon. */
function backend(complete = true) {
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  const ask = async (text: string, cursor: number, signal: AbortSignal): Promise<Completions> => {
    asked.push(`${text.slice(0, cursor)}^${text.slice(cursor)}`);
    signals.push(signal);
    return { items: NAMES.map((name) => ({ kind: 'metric', text: name, from: 4, to: cursor })), complete };
  };
  return { asked, signals, ask };
}

function at(marked: string): [string, number] {
  return [marked.replace('^', ''), marked.indexOf('^')];
}

describe('completion', () => {
  it('asks once a pause of typing', async () => {
    const { asked, ask } = backend();
    const complete = createCompleter(ask, 1);
    const first = interest();
    const replies = [complete(...at('avg:s^'), first.token)];
    first.cancel();
    replies.push(complete(...at('avg:sy^'), interest().token));
    expect((await Promise.all(replies)).map((items) => items.length)).toEqual([0, 3]);
    expect(asked).toEqual(['avg:sy^']);
  });

  it('asks again for what is still being loaded, a few times', async () => {
    const replies = [
      { items: [], complete: false },
      { items: [{ kind: 'tag-value', text: 'web', from: 0, to: 1 }], complete: true },
    ];
    const ask = jest.fn(async () => replies.shift() ?? { items: [], complete: false });
    const complete = createCompleter(ask, 0);
    expect((await complete('w', 1, interest().token)).map((item) => item.text)).toEqual(['web']);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(await complete('x', 1, interest().token)).toEqual([]);
    expect(ask).toHaveBeenCalledTimes(7);
  });

  it('does not ask again where the backend fails', async () => {
    const ask = jest.fn(() => Promise.reject(new Error('down')));
    expect(await createCompleter(ask, 0)('w', 1, interest().token)).toEqual([]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('answers by itself while the word grows', async () => {
    const { asked, ask } = backend();
    const complete = createCompleter(ask, 0);
    await complete(...at('avg:sys^{*}'), interest().token);
    const items = await complete(...at('avg:system.cpu^{*}'), interest().token);
    expect(items.map((item) => item.text)).toEqual(['system.cpu.user', 'system.cpu.idle']);
    expect(items[0]).toMatchObject({ from: 4, to: 14 });
    expect(asked).toHaveLength(1);
  });

  it('asks again when the place is another, when nothing is left, and when the list may have been cut', async () => {
    const { asked, ask } = backend(false);
    const complete = createCompleter(ask, 0);
    for (const place of ['avg:s^', 'avg:sy^', 'avg:sy^{*}', 'avg:zz^', 'sum:zz^', 'sum:zz{^']) {
      await complete(...at(place), interest().token);
    }
    expect(asked).toHaveLength(6);
  });

  it('ends a question that is out of date', async () => {
    const question = interest();
    let aborted = false;
    const complete = createCompleter((_, __, signal) => {
      question.cancel();
      aborted = signal.aborted;
      return Promise.reject(new Error('aborted'));
    }, 0);
    expect(await complete(...at('avg:s^'), question.token)).toEqual([]);
    expect(aborted).toBe(true);
  });

  it('offers nothing when the backend cannot be reached', async () => {
    const complete = createCompleter(() => Promise.reject(new Error('down')), 0);
    expect(await complete(...at('avg:s^'), interest().token)).toEqual([]);
  });
});

// SPDX-License-Identifier: Apache-2.0
import { Completion, Completions } from '../resources/types';

export type Ask = (text: string, cursor: number, signal: AbortSignal) => Promise<Completions>;

/** Told by the editor when the user has typed on. */
export interface Interest {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): unknown;
}

/** What the last question was and what came back. */
interface Answer {
  before: string;
  word: string;
  after: string;
  reply: Completions;
}

const NOTHING: Completions = { items: [], complete: false };

/** Waiting time after a letter before anything is asked. Milliseconds. */
const PAUSE = 120;

/**
 * Returns a function that completes a query at a cursor: asks once a pause of typing, forgets questions that are out of
 * date, and answers by itself what the last answer tells already.
 */
export function createCompleter(ask: Ask, pause = PAUSE) {
  let last: Answer | undefined;

  return async (text: string, cursor: number, interest: Interest): Promise<Completion[]> => {
    const known = last && narrowed(last, text, cursor);
    if (known) {
      return known;
    }
    const question = new AbortController();
    interest.onCancellationRequested(() => question.abort());
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (interest.isCancellationRequested) {
      return [];
    }
    const reply = await ask(text, cursor, question.signal).catch(() => NOTHING);
    if (interest.isCancellationRequested) {
      return [];
    }
    last = answer(text, cursor, reply);
    return reply.items;
  };
}

function answer(text: string, cursor: number, reply: Completions): Answer | undefined {
  const { items } = reply;
  const from = items[0]?.from;
  if (from === undefined || from > cursor || items.some((item) => item.from !== from)) {
    return undefined;
  }
  return { before: text.slice(0, from), word: text.slice(from, cursor), after: text.slice(cursor), reply };
}

/** Returns the earlier items that have the longer word in them; nothing when only the backend can tell. */
function narrowed({ before, word, after, reply }: Answer, text: string, cursor: number): Completion[] | undefined {
  const typed = text.slice(before.length, cursor);
  const same = text.startsWith(before) && text.slice(cursor) === after && cursor >= before.length + word.length;
  if (!same || !typed.startsWith(word)) {
    return undefined;
  }
  if (typed !== word && (!reply.complete || !/^[\w.\-/]*$/.test(typed.slice(word.length)))) {
    return undefined;
  }
  const grown = typed.length - word.length;
  const wanted = typed.toLowerCase();
  const matching = reply.items.filter((item) => item.text.toLowerCase().includes(wanted));
  return matching.length === 0 ? undefined : matching.map((item) => ({ ...item, to: item.to + grown }));
}

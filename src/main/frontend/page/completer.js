// SPDX-License-Identifier: Apache-2.0
// @ts-check

/**
 * What may be typed at a place of a query. Offsets count UTF-16 units, as JavaScript does.
 *
 * @typedef {object} Completion
 * @property {string} kind
 * @property {string} text what is shown
 * @property {string} [insert] what is written, where that is more than what is shown: `avg:`
 * @property {string} [detail]
 * @property {number} from
 * @property {number} to
 */

/**
 * What may be typed; not `complete` when more letters could bring up others.
 *
 * @typedef {{ items: Completion[], complete: boolean }} Completions
 */

/** @typedef {(text: string, cursor: number, signal: AbortSignal) => Promise<Completions>} Ask */

/**
 * Told by the editor when the user has typed on.
 *
 * @typedef {object} Interest
 * @property {boolean} isCancellationRequested
 * @property {(listener: () => void) => unknown} onCancellationRequested
 */

/**
 * What the last question was and what came back.
 *
 * @typedef {{ before: string, word: string, after: string, reply: Completions }} Answer
 */

/** @type {Completions} */
const NOTHING = { items: [], complete: true };

/** Waiting time after a letter before anything is asked. Milliseconds. */
const PAUSE = 120;

/** How often is asked again for what Datadog is still being asked for; the backend waits a second itself. */
const PATIENCE = 5;

/**
 * Returns a function that completes a query at a cursor: asks once a pause of typing, forgets questions that are out of
 * date, and answers by itself what the last answer tells already.
 *
 * @param {Ask} ask
 * @param {number} [pause] milliseconds
 * @returns {(text: string, cursor: number, interest: Interest) => Promise<Completion[]>}
 */
export function createCompleter(ask, pause = PAUSE) {
  /** @type {Answer | undefined} */
  let last;

  return async (text, cursor, interest) => {
    const known = last && narrowed(last, text, cursor);
    if (known) {
      return known;
    }
    const question = new AbortController();
    interest.onCancellationRequested(() => question.abort());
    let reply = { ...NOTHING, complete: false };
    for (let left = PATIENCE; left > 0 && !reply.complete && reply.items.length === 0; left--) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!interest.isCancellationRequested) {
        reply = await ask(text, cursor, question.signal).catch(() => NOTHING);
      }
      if (interest.isCancellationRequested) {
        return [];
      }
    }
    last = answer(text, cursor, reply);
    return reply.items;
  };
}

/**
 * @param {string} text
 * @param {number} cursor
 * @param {Completions} reply
 * @returns {Answer | undefined}
 */
function answer(text, cursor, reply) {
  const { items } = reply;
  const from = items[0]?.from;
  if (from === undefined || from > cursor || items.some((item) => item.from !== from)) {
    return undefined;
  }
  return { before: text.slice(0, from), word: text.slice(from, cursor), after: text.slice(cursor), reply };
}

/**
 * Returns the earlier items that have the longer word in them; nothing when only the backend can tell.
 *
 * @param {Answer} answer
 * @param {string} text
 * @param {number} cursor
 * @returns {Completion[] | undefined}
 */
function narrowed({ before, word, after, reply }, text, cursor) {
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

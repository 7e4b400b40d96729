// SPDX-License-Identifier: Apache-2.0
// @ts-check
// The first page: asks Dromedary's HTTP door and draws what it answers.
import { AnswerView } from './answer.js';
import { Door } from './door.js';
import { byId, element } from './element.js';
import { showExplanation } from './explanation.js';
import { QueryField } from './field.js';
import { kindOf, membersOf } from './kinds.js';

const POINTS = 600;

const instance = byId('instance', HTMLSelectElement);
const kind = byId('kind', HTMLSelectElement);
const range = byId('range', HTMLSelectElement);
const format = byId('format', HTMLSelectElement);
const input = byId('query', HTMLTextAreaElement);
const more = byId('more', HTMLTextAreaElement);
const cancel = byId('cancel', HTMLButtonElement);
const state = byId('state', HTMLElement);
const requests = byId('requests', HTMLElement);
const answer = new AnswerView(byId('answer', HTMLElement));
const door = new Door(login);
/** What was asked of each query type, for when it is chosen again. */
const left = /** @type {Record<string, { query: string, more: string }>} */ ({});
/** The query type that is shown. */
let current = '';
let running = new AbortController();

const field = new QueryField(
  {
    input,
    offers: byId('offers', HTMLElement),
    marks: byId('marks', HTMLElement),
    problems: byId('problems', HTMLElement),
  },
  {
    complete: (query, cursor, signal) => suggestions({ instance: instance.value, query, cursor }, signal),
    validate: async (query, signal) => {
      const about = { instance: instance.value, queryType: kind.value, query };
      return (await door.post('/api/v1/query/validate', about, signal)).problems ?? [];
    },
    run,
  }
);

byId('ask', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  begin();
});
cancel.addEventListener('click', () => running.abort());
instance.addEventListener('change', () => field.renewed());
kind.addEventListener('change', choose);
[range, format].forEach((choice) => choice.addEventListener('change', run));
// colours of a chart are part of its picture
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', run);
begin();

/** Runs the query; where the page could not be filled in before, that comes first. */
async function begin() {
  try {
    await (instance.options.length ? run() : start());
  } catch (failure) {
    say(/** @type {Error} */ (failure).message, 'error');
  }
}

async function start() {
  const { instances, queryTypes } = await door.get('/api/v1/instances');
  instance.replaceChildren(
    ...instances.map((/** @type {{ name: string, site: string }} */ { name, site }) =>
      element('option', { value: name }, name === site ? name : `${name} (${site})`)
    )
  );
  kind.replaceChildren(...queryTypes.map((/** @type {string} */ name) => element('option', { value: name }, name)));
  choose();
  await Promise.all([run(), health()]);
}

/** Shows what was asked of the chosen query type before, or what it begins with. */
function choose() {
  left[current] = { query: input.value, more: more.value };
  current = kind.value;
  const first = kindOf(current);
  const { query, more: members } = left[current] ?? {
    query: first.query,
    more: first.more ? JSON.stringify(first.more) : '',
  };
  input.value = query;
  more.value = members;
  byId('more-box', HTMLDetailsElement).open = members !== '';
  field.renewed();
}

/**
 * @param {{ instance: string, query: string, cursor: number }} place
 * @param {AbortSignal} signal
 */
async function suggestions(place, signal) {
  switch (kindOf(kind.value).language) {
    case 'metrics':
      return door.post('/api/v1/autocomplete/complete', place, signal);
    case 'search':
      return door.post('/api/v1/autocomplete/search', { ...place, product: kind.value }, signal);
    default:
      return { items: [], complete: true };
  }
}

async function run() {
  running.abort();
  const { signal } = (running = new AbortController());
  cancel.hidden = false;
  say('Asking…');
  const slow = setTimeout(() => say('Still asking. Datadog, or the way there, is slow.'), 5000);
  try {
    const asked = question();
    // explained afterwards: what is left of a rate limit is known from the answer
    const reply = await door.post('/api/v1/query', asked, signal).finally(() => explain(asked, signal));
    const { error, frames = [] } = reply.results.A;
    if (error) {
      answer.clear();
      say(error, 'error');
    } else {
      say(answer.show(frames));
    }
  } catch (failure) {
    const cancelled = signal.aborted;
    if (running.signal === signal) {
      say(cancelled ? 'Cancelled.' : /** @type {Error} */ (failure).message, cancelled ? '' : 'error');
    }
  } finally {
    clearTimeout(slow);
    cancel.hidden = running.signal === signal || cancel.hidden;
  }
}

function question() {
  const text = { queryType: kind.value, query: input.value, format: format.value };
  const asked = { ...membersOf(more.value), ...text, refId: 'A', version: 1 };
  const to = Date.now();
  const from = to - Number(range.value) * 60_000;
  return { instance: instance.value, from: String(from), to: String(to), maxDataPoints: POINTS, queries: [asked] };
}

/**
 * @param {ReturnType<typeof question>} asked
 * @param {AbortSignal} signal
 */
async function explain({ from, to, ...rest }, signal) {
  const about = { ...rest, range: { from: Number(from), to: Number(to) } };
  try {
    showExplanation(requests, await door.post('/api/v1/query/explain', about, signal));
  } catch (failure) {
    requests.replaceChildren(signal.aborted ? '' : /** @type {Error} */ (failure).message);
  }
}

async function health() {
  const { status } = await door.get('/observe/health');
  byId('health', HTMLElement).textContent = status === 'UP' ? 'Healthy' : `Health: ${status}`;
}

/**
 * @param {string} text
 * @param {string} [className]
 */
function say(text, className = '') {
  state.textContent = text;
  state.className = className;
}

/**
 * Asks the user for a token.
 *
 * @param {string} problem
 * @returns {Promise<string>}
 */
function login(problem) {
  const dialog = byId('login', HTMLDialogElement);
  const token = byId('token', HTMLInputElement);
  byId('login-problem', HTMLElement).textContent = problem;
  token.value = '';
  // there is nothing to do without
  dialog.oncancel = (event) => event.preventDefault();
  dialog.showModal();
  return new Promise((given) => (dialog.onclose = () => given(token.value.trim())));
}

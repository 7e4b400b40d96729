// SPDX-License-Identifier: Apache-2.0
// @ts-check
// The first page: asks Dromedary's HTTP door and draws what it answers.
import { AnswerView } from './answer.js';
import { Door } from './door.js';
import { byId, element } from './element.js';
import { showExplanation } from './explanation.js';
import { QueryField } from './field.js';

/** Shown first: on the sandbox there is something to see. */
const FIRST = 'sum:shop.orders{*} by {region}.as_count()';
const POINTS = 600;

const instance = byId('instance', HTMLSelectElement);
const kind = byId('kind', HTMLSelectElement);
const range = byId('range', HTMLSelectElement);
const format = byId('format', HTMLSelectElement);
const input = byId('query', HTMLTextAreaElement);
const cancel = byId('cancel', HTMLButtonElement);
const state = byId('state', HTMLElement);
const requests = byId('requests', HTMLElement);
const answer = new AnswerView(byId('answer', HTMLElement));
const door = new Door(login);
let running = new AbortController();

const field = new QueryField(
  {
    input,
    offers: byId('offers', HTMLElement),
    marks: byId('marks', HTMLElement),
    problems: byId('problems', HTMLElement),
  },
  {
    complete: (query, cursor, signal) =>
      isMetrics()
        ? door.post('/api/v1/autocomplete/complete', { instance: instance.value, query, cursor }, signal)
        : Promise.resolve({ items: [], complete: true }),
    validate: async (query, signal) => {
      const about = { instance: instance.value, queryType: kind.value, query };
      return (await door.post('/api/v1/query/validate', about, signal)).problems ?? [];
    },
    run,
  }
);

byId('ask', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
cancel.addEventListener('click', () => running.abort());
[instance, kind].forEach((choice) => choice.addEventListener('change', () => field.changed()));
[range, format].forEach((choice) => choice.addEventListener('change', run));
// colours of a chart are part of its picture
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', run);
start().catch((failure) => say(failure.message, 'error'));

async function start() {
  const { instances, queryTypes } = await door.get('/api/v1/instances');
  instance.replaceChildren(
    ...instances.map((/** @type {{ name: string, site: string }} */ { name, site }) =>
      element('option', { value: name }, name === site ? name : `${name} (${site})`)
    )
  );
  kind.replaceChildren(...queryTypes.map((/** @type {string} */ name) => element('option', { value: name }, name)));
  input.value = FIRST;
  await Promise.all([run(), health()]);
}

async function run() {
  running.abort();
  const { signal } = (running = new AbortController());
  cancel.hidden = false;
  say('Asking…');
  const slow = setTimeout(() => say('Still asking. Datadog, or the way there, is slow.'), 5000);
  try {
    // explained afterwards: what is left of a rate limit is known from the answer
    const reply = await door.post('/api/v1/query', question(), signal).finally(() => explain(signal));
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
  const asked = { refId: 'A', version: 1, queryType: kind.value, query: input.value, format: format.value };
  const to = Date.now();
  const from = to - Number(range.value) * 60_000;
  return { instance: instance.value, from: String(from), to: String(to), maxDataPoints: POINTS, queries: [asked] };
}

/** @param {AbortSignal} signal */
async function explain(signal) {
  const { from, to, ...rest } = question();
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

function isMetrics() {
  return kind.value === 'metrics';
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

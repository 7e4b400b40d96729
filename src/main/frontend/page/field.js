// SPDX-License-Identifier: Apache-2.0
// @ts-check
import { createCompleter } from './completer.js';
import { element } from './element.js';

/** Waiting time after the last letter before a text is checked. Milliseconds. */
const PAUSE = 400;

/** @typedef {{ from?: number, to?: number, severity: string, message: string }} Problem */

/**
 * @typedef {object} Help
 * @property {import('./completer.js').Ask} complete
 * @property {(text: string, signal: AbortSignal) => Promise<Problem[]>} validate
 * @property {() => void} run
 */

/** A field for a query: suggests while one types, underlines what is wrong, and is used by the keyboard alone. */
export class QueryField {
  #input;
  #offers;
  #marks;
  #problems;
  #help;
  #complete;
  /** @type {import('./completer.js').Completion[]} */
  #items = [];
  #chosen = 0;
  #stale = new AbortController();
  #check = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {{ input: HTMLTextAreaElement, offers: HTMLElement, marks: HTMLElement, problems: HTMLElement }} parts
   * @param {Help} help
   */
  constructor({ input, offers, marks, problems }, help) {
    this.#input = input;
    this.#offers = offers;
    this.#marks = marks;
    this.#problems = problems;
    this.#help = help;
    this.#complete = createCompleter(help.complete);
    input.addEventListener('input', () => {
      this.changed();
      this.#suggest();
    });
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    input.addEventListener('scroll', () => (marks.scrollTop = input.scrollTop));
  }

  /** The text means something else now: what was learned of the old meaning is forgotten. */
  renewed() {
    this.#complete = createCompleter(this.#help.complete);
    this.#close();
    this.changed();
  }

  /** The text is another: it is checked once nobody types any more. */
  changed() {
    this.#underline([]);
    this.#check.abort();
    this.#check = new AbortController();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#validate(this.#input.value, this.#check.signal), PAUSE);
  }

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   */
  async #validate(text, signal) {
    const problems = text.trim() ? await this.#help.validate(text, signal).catch(() => []) : [];
    if (!signal.aborted) {
      this.#underline(problems);
    }
  }

  /** @param {Problem[]} problems */
  #underline(problems) {
    const text = this.#input.value;
    const placed = problems.filter(({ from, to }) => from !== undefined && to !== undefined);
    let done = 0;
    this.#marks.replaceChildren();
    for (const { from = 0, to = 0, severity } of placed.sort((a, b) => (a.from ?? 0) - (b.from ?? 0))) {
      if (from >= done) {
        const end = Math.max(to, from + 1);
        this.#marks.append(
          text.slice(done, from),
          element('mark', { className: severity }, text.slice(from, end) || ' ')
        );
        done = end;
      }
    }
    this.#marks.append(`${text.slice(done)}\n`);
    this.#problems.replaceChildren(
      ...problems.map(({ severity, message }) => element('li', { className: severity }, message))
    );
  }

  async #suggest() {
    this.#stale.abort();
    const stale = (this.#stale = new AbortController());
    const { value, selectionStart } = this.#input;
    const items = await this.#complete(value, selectionStart, {
      get isCancellationRequested() {
        return stale.signal.aborted;
      },
      onCancellationRequested: (listener) => stale.signal.addEventListener('abort', listener),
    });
    if (!stale.signal.aborted) {
      this.#offer(items);
    }
  }

  /** @param {import('./completer.js').Completion[]} items */
  #offer(items) {
    this.#items = items;
    const options = items.map((item, index) => {
      const option = element('li', { id: `offer-${index}` }, item.text, element('small', {}, item.detail ?? item.kind));
      option.setAttribute('role', 'option');
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        this.#accept(index);
      });
      return option;
    });
    this.#offers.replaceChildren(...options);
    this.#offers.hidden = items.length === 0;
    this.#input.setAttribute('aria-expanded', String(items.length > 0));
    this.#choose(0);
  }

  #close() {
    this.#stale.abort();
    this.#offer([]);
  }

  /** @param {number} index */
  #choose(index) {
    const { length } = this.#items;
    this.#chosen = length ? (index + length) % length : 0;
    [...this.#offers.children].forEach((option, at) =>
      option.setAttribute('aria-selected', String(at === this.#chosen))
    );
    const option = this.#offers.children[this.#chosen];
    option?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  /** @param {number} index */
  #accept(index) {
    const item = this.#items[index];
    if (!item) {
      return;
    }
    const written = item.insert ?? item.text;
    // what was typed since is part of the word
    this.#input.setRangeText(written, item.from, Math.max(item.to, this.#input.selectionStart), 'end');
    this.#close();
    this.changed();
    if (/[:.({]$/.test(written)) {
      this.#suggest();
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const action =
      key === 'Enter' && (shiftKey || ctrlKey || metaKey)
        ? () => this.#run()
        : key === ' ' && ctrlKey
          ? () => this.#suggest()
          : this.#items.length > 0 && this.#whileOffering(key);
    if (action) {
      event.preventDefault();
      action();
    }
  }

  /** @param {string} key */
  #whileOffering(key) {
    /** @type {Record<string, () => void>} */
    const actions = {
      ArrowDown: () => this.#choose(this.#chosen + 1),
      ArrowUp: () => this.#choose(this.#chosen - 1),
      Enter: () => this.#accept(this.#chosen),
      Tab: () => this.#accept(this.#chosen),
      Escape: () => this.#close(),
    };
    return actions[key];
  }

  #run() {
    this.#close();
    this.#help.run();
  }
}

// SPDX-License-Identifier: Apache-2.0
// @ts-check

/** What the HTTP door said no to, in its own words. */
export class Refusal extends Error {}

/** Dromedary's HTTP door. A token is kept in memory only: a reload forgets it. */
export class Door {
  #token = '';
  /** @type {Promise<string> | undefined} */
  #asking;
  #login;

  /** @param {(problem: string) => Promise<string>} login asks for a token; told what was wrong with the last */
  constructor(login) {
    this.#login = login;
  }

  /**
   * @param {string} path
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  get(path, signal) {
    return this.#send(path, { signal });
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  post(path, body, signal) {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  }

  /**
   * @param {string} path
   * @param {RequestInit} request
   * @returns {Promise<any>}
   */
  async #send(path, request) {
    const token = this.#token;
    const headers = { ...request.headers, ...(token && { Authorization: `Bearer ${token}` }) };
    const reply = await fetch(path, { ...request, headers }).catch((failure) => {
      throw failure.name === 'AbortError' ? failure : new Refusal('Dromedary does not answer. Is it running?');
    });
    if (reply.status === 401) {
      await this.#renew(token);
      return this.#send(path, request);
    }
    if (!reply.ok) {
      throw new Refusal(await told(reply));
    }
    return reply.json();
  }

  /** @param {string} refused the token that did not do; another call may have got a new one since */
  async #renew(refused) {
    if (this.#token === refused) {
      this.#asking ??= this.#login(refused && 'That token is not accepted.').finally(() => (this.#asking = undefined));
      this.#token = await this.#asking;
    }
  }
}

/**
 * @param {Response} reply
 * @returns {Promise<string>}
 */
async function told(reply) {
  const text = await reply.text();
  try {
    return JSON.parse(text).detail || text;
  } catch {
    return text.trim() || `Dromedary answered with status ${reply.status}.`;
  }
}

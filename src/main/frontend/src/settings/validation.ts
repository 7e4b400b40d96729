// SPDX-License-Identifier: Apache-2.0
import { SITES } from './sites';

const MAX_TIMEOUT = 600;
const MAX_KEY = 512;
const API = 'https://api.datadoghq.eu';

/** Each function returns what is wrong, or an empty text; the backend checks the same when it reads the settings. */

export function urlProblem(text: string): string {
  if (!text.trim()) {
    return `Enter the root of the API, like ${API}`;
  }
  const problem = rootProblem(text, ['https', 'http'], API);
  if (problem) {
    return problem;
  }
  const { hostname } = new URL(text.trim());
  const site = SITES.find((one) => hostname === one.app || hostname === one.domain);
  return site ? `People look at Datadog there. Choose the site ${site.name} instead` : '';
}

/** @param text where people look at Datadog; an empty one leaves it to the site */
export function pagesProblem(text: string): string {
  return text.trim() ? rootProblem(text, ['https'], 'https://acme.datadoghq.com') : '';
}

function rootProblem(text: string, schemes: string[], example: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return `This is not a URL; it looks like ${example}`;
  }
  const starts = schemes.map((scheme) => `${scheme}://`);
  if (!starts.some((start) => url.href.startsWith(start))) {
    return `Begin with ${starts.join(' or ')}`;
  }
  if (url.username || url.password) {
    return 'Remove the user name and password: keys have fields of their own';
  }
  return /[?#]/.test(text) ? 'Remove everything from the ? or # on' : '';
}

/** @param value as saved: a number, a text, or nothing for the default */
export function timeoutProblem(value: number | string | undefined): string {
  if (value === undefined || value === '') {
    return '';
  }
  const seconds = Number(value);
  return seconds > 0 && seconds <= MAX_TIMEOUT ? '' : `More than 0 and at most ${MAX_TIMEOUT} seconds`;
}

/** @param key as it is being entered; an empty one is not wrong yet */
export function keyProblem(key: string): string {
  if (/\s/.test(key.trim())) {
    return 'A key has no spaces or line breaks: copy it again';
  }
  if (/["'`“”‘’]/.test(key)) {
    return 'Enter the bare key, without quotes';
  }
  const bare = key.trim();
  return bare.length > MAX_KEY || !/^[\x21-\x7e]*$/.test(bare) ? 'This does not look like a Datadog key' : '';
}

export function pemProblem(text: string, what: 'CERTIFICATE' | 'PRIVATE KEY'): string {
  if (!text.trim()) {
    return '';
  }
  if (/ENCRYPTED/.test(text)) {
    return 'The key must be without a passphrase';
  }
  return new RegExp(`-----BEGIN [A-Z ]*${what}-----`).test(text) ? '' : `Begins with -----BEGIN ${what}-----`;
}

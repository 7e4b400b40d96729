// SPDX-License-Identifier: Apache-2.0
// A real browser without a server: pages are files, served from memory.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

export const ORIGIN = 'http://harness.test';

/** Longest wait for anything, in milliseconds. Machines that build are busy; nothing here is measured. */
export const PATIENCE = 120_000;

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Returns the Chromium of the system, or nothing. */
export function installedChromium() {
  const names = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [process.env.CHROMIUM, ...names].find((path) => path && existsSync(path));
}

export function launch(executablePath) {
  // the sandbox needs a user other than root, whom containers often lack
  return chromium.launch({ executablePath, args: ['--no-sandbox'], timeout: PATIENCE });
}

/** Runs a compiler of rspack; fails with what it says. */
export function build(compiler) {
  return new Promise((done, failed) =>
    compiler.run((error, stats) =>
      compiler.close(() => {
        const failure = error ?? (stats.hasErrors() && new Error(stats.toString('errors-only')));
        return failure ? failed(failure) : done();
      })
    )
  );
}

/** Checks until a check passes; fails with what it said last. */
export async function eventually(check) {
  for (const end = Date.now() + PATIENCE; ;) {
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > end) {
        throw failure;
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** Types a text letter by letter without a pause, however slow the machine is. */
export function typeAtOnce(page, text) {
  return page.evaluate(
    (letters) => letters.forEach((one) => document.execCommand('insertText', false, one)),
    [...text]
  );
}

/** Where a file of a directory is found: below its place on the site, the root unless told. */
function fileOf(pathname, directory) {
  const { at = '/', files } = typeof directory === 'string' ? { files: directory } : directory;
  return pathname.startsWith(at) ? join(files, pathname.slice(at.length)) : '';
}

/**
 * Opens a page that finds its files in these directories, the first that has one; errors of its console are collected,
 * and the paths it asks for.
 *
 * @param html what the root of the site is
 * @param held the pathname of a file that is kept back until `release` is called
 */
export async function open(browser, { html, directories, held, search = '', width = 1280, height = 720 }) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  const asked = [];
  let release = () => {};
  const released = new Promise((done) => (release = done));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // fonts and start data of Grafana's server are not here
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      errors.push(message.text());
    }
  });
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    asked.push(pathname);
    if (pathname === held) {
      await released;
    }
    if (origin === ORIGIN && pathname === '/') {
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    const file = directories.map((directory) => fileOf(pathname, directory)).find((path) => path && existsSync(path));
    return origin === ORIGIN && file
      ? route.fulfill({ contentType: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) })
      : route.fulfill({ status: 404, body: '' });
  });
  // a file that is held back keeps a page from having been loaded
  await page.goto(`${ORIGIN}/${search}`, { waitUntil: 'commit' });
  return { page, errors, asked, release };
}

// SPDX-License-Identifier: Apache-2.0
// A real browser without a server: pages are files, served from memory.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

export const ORIGIN = 'http://harness.test';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Returns the Chromium of the system, or nothing. */
export function installedChromium() {
  const names = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [process.env.CHROMIUM, ...names].find((path) => path && existsSync(path));
}

export function launch(executablePath) {
  // the sandbox needs a user other than root, whom containers often lack
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
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

/**
 * Opens a page that finds its files in these directories, the first that has one; errors of its console are collected.
 *
 * @param html what the root of the site is
 */
export async function open(browser, { html, directories, search = '', width = 1280, height = 720 }) {
  const page = await browser.newPage({ viewport: { width, height } });
  // machines that build are busy; nothing here is measured
  page.setDefaultTimeout(120_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // fonts and start data of Grafana's server are not here
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      errors.push(message.text());
    }
  });
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin === ORIGIN && pathname === '/') {
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    const file = directories.map((directory) => join(directory, pathname)).find((path) => existsSync(path));
    return origin === ORIGIN && file
      ? route.fulfill({ contentType: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) })
      : route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`${ORIGIN}/${search}`);
  return { page, errors };
}

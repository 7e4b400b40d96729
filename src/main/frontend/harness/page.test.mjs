// SPDX-License-Identifier: Apache-2.0
// The first page of the packaged Dromedary, in a browser.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible } from './accessibility.mjs';
import { eventually, installedChromium, launch, PATIENCE, typeAtOnce } from './browser.mjs';
import { pages } from './rspack.config.mjs';
import { packaged, serve } from './server.mjs';

const screenshots = resolve(pages, 'screenshots');
const TOKEN = 'token-of-this-test';
const skip = packaged() ? false : './mvnw package makes what this tests';
let server;
let browser;

before(async () => {
  if (!skip) {
    mkdirSync(screenshots, { recursive: true });
    [server, browser] = await Promise.all([serve(TOKEN), launch(installedChromium())]);
  }
});
after(() => {
  server?.stop();
  return browser?.close();
});

async function logIn(page, token = TOKEN) {
  await page.getByRole('textbox', { name: 'Token' }).fill(token);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Opens the page with its first chart drawn, hands it over, and looks at what its console said. */
async function withPage(act, { width = 1280, colorScheme = 'light', expected = /40[01]/ } = {}) {
  // the page's policy forbids what looks at it
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
  page.setDefaultTimeout(PATIENCE);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(server.origin);
  await logIn(page);
  await said(page, '3 series');
  await act(page);
  await page.close();
  assert.deepEqual(
    errors.filter((error) => !expected.test(error)),
    []
  );
}

const said = (page, text) => page.locator('#state').getByText(text).waitFor();
const query = (page) => page.getByRole('combobox', { name: 'Query', exact: true });

test('a token is asked for, and asked for again when it is wrong', { skip }, async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(server.origin);
  await logIn(page, 'wrong');
  await page.getByText('That token is not accepted.').waitFor();
  await logIn(page);
  await said(page, '3 series');
  await page.reload();
  await page.getByRole('textbox', { name: 'Token' }).waitFor();
  await page.close();
});

test('a query is typed, completed and run by the keyboard alone', { skip }, () =>
  withPage(async (page) => {
    const questions = [];
    page.on('request', (request) => questions.push(request.url()));
    await query(page).focus();
    await page.keyboard.press('Control+A');
    await typeAtOnce(page, 'avg:system.cpu.us');
    await page.getByRole('option', { name: /^system\.cpu\.user/ }).waitFor();
    const completions = questions.filter((url) => url.endsWith('/autocomplete/complete'));
    // what is still being loaded may be asked for again
    assert.ok(completions.length <= 5, `${completions.length} questions for what was typed without a pause`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('{*}');
    await page.keyboard.press('Shift+Enter');
    await said(page, '1 series');
    await eventually(async () => assert.equal(await query(page).inputValue(), 'avg:system.cpu.user{*}'));
  })
);

test('what is wrong is underlined and told, and the page goes on', { skip }, () =>
  withPage(async (page) => {
    await query(page).fill('avg:system.cpu.user{');
    await page.locator('#problems li').first().waitFor();
    await page.locator('#marks mark').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Shift+Enter');
    await page.locator('#state.error').waitFor();
    await query(page).fill('avg:system.cpu.user{*} by {<img src=x onerror=alert(1)>}');
    await page.locator('#problems li').first().waitFor();
    await query(page).fill('avg:system.load.1{*}');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Run' }).click();
    await said(page, '1 series');
  })
);

test('numbers are a table, and requests and budget are told', { skip }, () =>
  withPage(async (page) => {
    await query(page).fill('avg:system.cpu.user{*} by {host}');
    await page.getByRole('combobox', { name: 'Type', exact: true }).selectOption('scalar');
    // one of the 24 hosts sleeps from 22:00 to 06:00 UTC
    await said(page, /2[34] rows/);
    await page.getByRole('columnheader', { name: 'host', exact: true }).waitFor();
    await page.getByText('What Datadog is asked').click();
    await page.getByText('/api/v2/query/scalar').waitFor();
    await page.getByText(/Calls to Datadog: 1; query_scalar: \d+ of \d+ left/).waitFor();
  })
);

test('a slow answer can be cancelled, and a missing backend is told of', { skip }, () =>
  withPage(
    async (page) => {
      await page.route('**/api/v1/query', () => {});
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await said(page, 'Cancelled.');
      await page.route('**/api/v1/query', (route) => route.abort());
      await page.getByRole('button', { name: 'Run' }).click();
      await said(page, 'Dromedary does not answer. Is it running?');
    },
    { expected: /40[01]|ERR_FAILED/ }
  )
);

/** Chooses a query type and runs what that begins with; resolves to what the page says of it. */
async function ask(page, queryType) {
  await page.getByRole('combobox', { name: 'Query type' }).selectOption(queryType);
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'hidden' });
  const state = page.locator('#state');
  return { said: await state.textContent(), failed: (await state.getAttribute('class')) === 'error' };
}

test('every query type shows something on the sandbox', { skip }, () =>
  withPage(async (page) => {
    // not every hour has deployments and builds
    await page.getByRole('combobox', { name: 'Time range' }).selectOption('1440');
    await said(page, '3 series');
    const types = await page.locator('#kind option').allTextContents();
    assert.ok(types.length > 30, types.join(', '));
    const answers = {};
    // a trace has to be named
    for (const type of types.filter((one) => one !== 'trace')) {
      answers[type] = await ask(page, type);
    }
    await page.screenshot({ path: `${screenshots}/page-table.png`, fullPage: true });
    const bad = Object.entries(answers).filter(([, { said: told, failed }]) => failed || told === 'No data');
    assert.deepEqual(bad, []);
    await ask(page, 'logs');
    await page.locator('.chart').waitFor();
    await page.screenshot({ path: `${screenshots}/page-logs.png`, fullPage: true });
    const { said: told, failed } = await ask(page, 'trace');
    assert.ok(failed && /traceId|trace id/i.test(told), told);
    assert.equal((await ask(page, 'metrics')).said, '3 series', 'what was asked before comes back');
  })
);

test('searches are completed too', { skip }, () =>
  withPage(async (page) => {
    await page.getByRole('combobox', { name: 'Query type' }).selectOption('spans');
    const questions = [];
    page.on('request', (request) => request.url().includes('/autocomplete/') && questions.push(request.postData()));
    await query(page).fill('');
    await typeAtOnce(page, 'serv');
    await page
      .locator('#offers')
      .getByRole('option', { name: /^service/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('#offers')
      .getByRole('option', { name: /^checkout/ })
      .waitFor();
    await typeAtOnce(page, 'chec');
    await eventually(async () => {
      const offers = await page.locator('#offers').getByRole('option').allTextContents();
      assert.ok(offers.length && offers.every((text) => text.includes('chec')), offers.join());
    });
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await query(page).inputValue(), 'service:checkout'));
    // what is still being loaded may be asked for again
    assert.ok(new Set(questions).size <= 3, `${questions.length} questions: ${questions}`);
    assert.ok(questions.every((text) => JSON.parse(text).product === 'spans'));
  })
);

test('nonsense among the other members is told of, and the page goes on', { skip }, () =>
  withPage(async (page) => {
    const more = page.getByRole('textbox', { name: /Such as mode/ });
    await page.getByText('Other members, as JSON').click();
    await more.fill('{"mode": ');
    await page.getByRole('button', { name: 'Run' }).click();
    await said(page, /The other members are no JSON/);
    await more.fill('[1]');
    await page.getByRole('button', { name: 'Run' }).click();
    await said(page, /one JSON object/);
    await more.fill('{"refId": "B", "queryType": "logs", "rollup": "sum,900"}');
    await page.getByRole('button', { name: 'Run' }).click();
    await said(page, '3 series');
  })
);

test('a page that could not be filled in is, by the next try', { skip }, async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.route('**/api/v1/instances', (route) => route.abort());
  await page.goto(server.origin);
  await said(page, 'Dromedary does not answer. Is it running?');
  await page.unroute('**/api/v1/instances');
  await page.getByRole('button', { name: 'Run' }).click();
  await logIn(page);
  await said(page, '3 series');
  await page.close();
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 400]) {
    test(`the page fits ${width} pixels, ${colorScheme}`, { skip }, () =>
      withPage(
        async (page) => {
          await page.screenshot({ path: `${screenshots}/page-${colorScheme}-${width}.png`, fullPage: true });
          const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrolled <= width, `${scrolled} pixels wide`);
          await page.getByText('What Datadog is asked').click();
          await page.getByText('Other members, as JSON').click();
          await assertAccessible(page);
        },
        { width, colorScheme }
      )
    );
  }
}

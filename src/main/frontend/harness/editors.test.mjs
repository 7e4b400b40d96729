// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './accessibility.mjs';
import {
  asked,
  eventually,
  product,
  saved,
  screenshots,
  settled,
  start,
  stop,
  typeAtOnce,
  VIEWS,
  withEditor,
} from './editors.mjs';
import { assertTabPasses, pick } from './keyboard.mjs';

/** Of the page, in pixels. */
const PADDING = 16;

before(start);
after(stop);

test('a query is typed, completed and run by the keyboard', () =>
  withEditor({ view: 'query', editor: 'code' }, async (page) => {
    await page.locator('.monaco-editor textarea').focus();
    await page.keyboard.type('av', { delay: 20 });
    await page.getByRole('option', { name: /avg/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /system.cpu.idle/ }).waitFor();
    const before = await asked(page, 'autocomplete/complete');
    await page.keyboard.type('system.cpu.us', { delay: 20 });
    await page.getByRole('option', { name: /system.cpu.idle/ }).waitFor({ state: 'hidden' });
    await page.screenshot({ path: `${screenshots}/completion.png` });
    assert.equal(await asked(page, 'autocomplete/complete'), before, 'what is known already is not asked again');
    await page.keyboard.press('Enter');
    await page.keyboard.type('{*}');
    await page.keyboard.press('Shift+Enter');
    await eventually(async () => {
      const { query, runs } = await saved(page);
      assert.equal(query, 'avg:system.cpu.user{*}');
      assert.equal(runs, 1);
    });
  }));

test('what is typed before Monaco has come is kept, and so are cursor, keyboard and place', () =>
  withEditor(
    { view: 'query', editor: 'code', query: 'avg:a{*}' },
    async (page, release) => {
      const field = page.getByRole('textbox', { name: /^Metric query/ });
      await field.focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' + 1');
      await page.keyboard.press('Shift+Enter');
      await eventually(async () => {
        const { query, runs } = await saved(page);
        assert.deepEqual([query, runs], ['avg:a{*} + 1', 1]);
      });
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('2 * ');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+ArrowRight');
      const before = await field.boundingBox();
      await page.screenshot({ path: `${screenshots}/plain.png` });

      release();
      await settled(page);
      await page.screenshot({ path: `${screenshots}/plain-after.png` });
      assert.equal(await page.evaluate(() => document.activeElement.className.includes('inputarea')), true);
      const { x, y, width, height } = await page.getByTestId('data-testid Code editor container').boundingBox();
      assert.deepEqual({ x, y, width, height }, before, 'nothing moves');
      const letters = await page.locator('.view-line').first().boundingBox();
      assert.ok(
        Math.abs(letters.x - before.x - 9) <= 1 && Math.abs(letters.y - before.y - 5) <= 1,
        'nor do the letters'
      );

      await page.keyboard.type('m');
      await page.keyboard.press('Shift+Enter');
      await eventually(async () => {
        const { query, runs } = await saved(page);
        assert.deepEqual([query, runs], ['2 * \nmvg:a{*} + 1', 2], 'what was selected is what was replaced');
      });
      await page.keyboard.press('Control+Z');
      await page.keyboard.press('Control+Z');
      await page.keyboard.press('Shift+Enter');
      await eventually(async () => assert.equal((await saved(page)).query, 'avg:a{*} + 1', 'typing is taken back'));
    },
    { held: '/code.js' }
  ));

test('a letter that is being composed is finished in the field it was begun in', () =>
  withEditor(
    { view: 'query', editor: 'code' },
    async (page, release) => {
      await page.getByRole('textbox', { name: /^Metric query/ }).focus();
      const session = await page.context().newCDPSession(page);
      await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
      release();
      await page.locator('.monaco-editor textarea').waitFor({ state: 'attached' });
      await session.send('Input.insertText', { text: '日' });
      await settled(page);
      await page.keyboard.type('x');
      await page.keyboard.press('Shift+Enter');
      await eventually(async () => assert.equal((await saved(page)).query, '日x'));
    },
    { held: '/code.js' }
  ));

/** Of an editor, in pixels. */
const height = (page) => page.evaluate(() => document.querySelector('main > :first-child').scrollHeight);

test('the place of a form is kept until the query has been read', () =>
  withEditor({ ...VIEWS.builder, slow: '1000' }, async (page) => {
    await page.getByRole('status', { name: 'Reading the query' }).waitFor({ state: 'attached' });
    const before = await height(page);
    await settled(page);
    assert.equal(await height(page), before);
  }));

for (const [name, parameters, file] of [
  ['logs', product('logs', { query: 'service:web' }), 'products'],
  ['monitors', VIEWS.monitors, 'products'],
  ['measures', VIEWS.apm, 'products'],
  ['settings', { view: 'config', settings: '{}' }, 'settings'],
  ['a variable', VIEWS.variable, 'variables'],
  ['an annotation', VIEWS.annotation, 'annotations'],
]) {
  test(`the place of ${name} is kept until its code has come`, () =>
    withEditor(
      parameters,
      async (page, release) => {
        await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'attached' });
        const before = await height(page);
        release();
        await settled(page);
        const after = await height(page);
        assert.ok(Math.abs(after - before) <= 24, `${before} pixels, then ${after}`);
      },
      { held: `/${file}.js` }
    ));
}

test('the keyboard leaves the field', () =>
  withEditor({ view: 'query', editor: 'code', query: 'avg:a{*}' }, async (page) => {
    await page.locator('.monaco-editor textarea').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.monaco-editor')), null);
    assert.equal((await saved(page)).query, 'avg:a{*}');
  }));

test('what is wrong is underlined', () =>
  withEditor({ view: 'query', editor: 'code', query: 'wrong(1)' }, async (page) => {
    await page.locator('.squiggly-error').waitFor();
    await page.getByText('did you mean round').waitFor();
  }));

test('a query is built by the mouse', () =>
  withEditor({ view: 'query', editor: 'builder' }, async (page) => {
    const choose = async (name, option) => {
      await page.getByRole('combobox', { name }).click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await choose('Metric', 'system.load.1');
    await page.getByRole('button', { name: 'Add a filter' }).click();
    await choose('Tag', 'env');
    await choose('Value of env', 'prod');
    await choose('Add a function', 'abs');
    await eventually(async () => assert.equal((await saved(page)).query, 'abs(avg:system.load.1{env:prod})'));
    await page.screenshot({ path: `${screenshots}/built.png`, fullPage: true });
  }));

test('a list of ten thousand metrics stays quick', () =>
  withEditor({ view: 'query', editor: 'builder', many: '10000' }, async (page) => {
    await page.getByRole('combobox', { name: 'Metric' }).click();
    await page.getByRole('option', { name: 'many.metric.0', exact: true }).waitFor();
    assert.ok((await page.getByRole('option').count()) < 100, 'only what can be seen is drawn');
    await pick(page, 'metric.9999', /^many\.metric\.9999$/);
    await eventually(async () => assert.equal((await saved(page)).query, 'avg:many.metric.9999{*}'));
  }));

for (const [what, path, parameters] of [
  ['metrics', 'autocomplete/complete', { view: 'query', editor: 'code' }],
  ['a search', 'autocomplete/search', product('logs', { query: '', mode: 'search' })],
]) {
  test(`completion of ${what} asks once a pause of typing, and gives up what is out of date`, () =>
    withEditor({ ...parameters, slow: '600000' }, async (page) => {
      await page.locator('.monaco-editor textarea').focus();
      await typeAtOnce(page, 'se');
      await eventually(async () => assert.equal(await asked(page, path), 1, 'once for two letters'));
      await typeAtOnce(page, 'xyz');
      await eventually(async () => assert.equal(await asked(page, path), 2, 'once more for three letters'));
      await eventually(async () => assert.deepEqual(await page.evaluate(() => window.cancelled), [path]));
      await page.waitForTimeout(1000);
      assert.equal(await asked(page, path), 2);
    }));
}

for (const [status, text] of [
  ['403', 'The key lacks a permission'],
  ['502', 'The plugin does not answer'],
]) {
  test(`where the backend answers with ${status}, editors tell why and take what is typed`, async () => {
    const told = (page) => page.getByText(text, { exact: false }).first().waitFor();
    await withEditor({ view: 'query', editor: 'builder', refuse: status }, async (page) => {
      await page.getByRole('combobox', { name: 'Metric' }).click();
      await told(page);
      await page.getByRole('button', { name: 'Explain' }).click();
      await page.getByRole('alert').filter({ hasText: text }).waitFor();
    });
    await withEditor({ view: 'query', editor: 'builder', query: 'avg:a{*}', refuse: status }, async (page) => {
      await told(page);
      await page.getByRole('button', { name: 'Edit as code' }).click();
      await page.locator('.monaco-editor textarea').focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('sum:b');
      await page.keyboard.press('Shift+Enter');
      await eventually(async () => assert.equal((await saved(page)).query, 'sum:b'));
    });
    await withEditor({ ...product('logs', { query: '', mode: 'search' }), refuse: status }, async (page) => {
      await page.locator('.monaco-editor textarea').focus();
      await page.keyboard.type('service:web');
      await page.keyboard.press('Shift+Enter');
      await eventually(async () => assert.equal((await saved(page)).query, 'service:web'));
    });
    await withEditor({ view: 'variable', query: 'host', refuse: status }, async (page) => {
      await page.getByRole('combobox', { name: 'Metric' }).click();
      await told(page);
    });
  });
}

const choosing = (page) => async (name, option) => {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
};

test('a product is found among many, by its name', () =>
  withEditor({ view: 'query', editor: 'code' }, async (page) => {
    await page.getByRole('combobox', { name: 'Query type' }).click();
    await page.getByRole('option', { name: /^Logs/ }).waitFor();
    await page.screenshot({ path: `${screenshots}/products.png` });
    await page.keyboard.type('Serv');
    await page.getByRole('option', { name: /^Service map/ }).click();
    await eventually(async () => assert.equal((await saved(page)).queryType, 'service-map'));
  }));

test('logs are searched with completion, and counted by a facet', () =>
  withEditor(product('logs', { query: '', mode: 'search' }), async (page) => {
    const choose = choosing(page);
    await page.locator('.monaco-editor textarea').focus();
    await page.keyboard.type('serv', { delay: 20 });
    await page.getByRole('option', { name: /^service/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^checkout/ }).waitFor();
    await page.screenshot({ path: `${screenshots}/search.png` });
    await page.keyboard.type('check', { delay: 20 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await eventually(async () => assert.equal((await saved(page)).query, 'service:checkout'));
    await choose('Indexes', 'staging');
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: 'Aggregate' }).click();
    await page.mouse.move(0, 0); // its tooltip lies over what comes next
    await choose('Aggregation', /p95/);
    await choose('Facet to aggregate', '@duration');
    await page.getByRole('button', { name: 'Add a facet to group by' }).click();
    await choose('Facet to group by', 'service');
    await eventually(async () => {
      const { indexes, mode, compute, groupBy } = await saved(page);
      assert.deepEqual(indexes, ['staging']);
      assert.equal(mode, 'aggregate');
      assert.deepEqual(compute, [{ aggregation: 'pc95', metric: '@duration' }]);
      assert.deepEqual(groupBy, [{ facet: 'service' }]);
    });
  }));

test('an SLO is chosen by name and saved by its id', () =>
  withEditor(product('slos', { mode: 'burn-rate' }), async (page) => {
    await choosing(page)('SLOs', /Web pages are fast/);
    await eventually(async () => assert.deepEqual((await saved(page)).ids, ['slo-web-latency']));
  }));

test('measures of APM are filled in', () =>
  withEditor(product('apm-metrics', { source: {} }), async (page) => {
    const choose = choosing(page);
    await choose('Measure', /^latency_p95/);
    await choose('Service', /^checkout/);
    await choose('Group by', /^service/);
    await eventually(async () =>
      assert.deepEqual((await saved(page)).source, { stat: 'latency_p95', service: 'checkout', groupBy: ['service'] })
    );
  }));

for (const [name, parameters] of Object.entries(VIEWS)) {
  test(`${name} is passed by Tab, and fits 1280 and 400 pixels, dark and light`, () =>
    withEditor(parameters, async (page) => {
      await settled(page);
      await assertTabPasses(page);
      if (name === 'code') {
        await page.locator('.squiggly-error').waitFor();
        await page.getByRole('button', { name: 'Explain' }).click();
        await page.getByText('1 call to Datadog').waitFor();
      }
      for (const theme of ['dark', 'light']) {
        await page.evaluate((mode) => (location.hash = mode), theme);
        for (const width of [1280, 400]) {
          await page.setViewportSize({ width, height: 720 });
          await page.screenshot({ path: `${screenshots}/${name}-${theme}-${width}.png`, fullPage: true });
          const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(scrolled <= width, `${scrolled} pixels wide`);
          // what Monaco draws lies in a box that cuts it
          const right = await page.evaluate(() => {
            const drawn = [...document.querySelectorAll('main *')].filter((one) => !one.closest('.monaco-editor'));
            return Math.max(...drawn.map((one) => one.getBoundingClientRect().right));
          });
          assert.ok(right <= width - PADDING, `something ends at ${right} of ${width} pixels`);
          await assertAccessible(page);
        }
      }
    }));
}

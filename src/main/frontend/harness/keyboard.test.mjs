// SPDX-License-Identifier: Apache-2.0
// The editors without a mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, saved, settled, start, stop, VIEWS, withEditor } from './editors.mjs';
import { focused, pick, tabTo } from './keyboard.mjs';

before(start);
after(stop);

const hasKeyboard = (page, name, why) => eventually(async () => assert.match((await focused(page)).name, name, why));
const savesQuery = (page, text) => eventually(async () => assert.equal((await saved(page)).query, text));

test('a metric query is built, edited as code, and built on', () =>
  withEditor({ view: 'query', editor: 'builder' }, async (page) => {
    await tabTo(page, 'Aggregate by');
    await pick(page, 'max', /^max/);
    await tabTo(page, 'Metric');
    await pick(page, 'system.load', /^system.load.1/);
    await tabTo(page, 'Add a filter');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, /^Tag$/, 'a new filter is filled in next');
    await pick(page, 'env', /^env/);
    await tabTo(page, 'Value of env');
    await pick(page, 'prod', /^prod/);
    await tabTo(page, 'Group by');
    await pick(page, 'host', /^host/);
    await page.keyboard.press('Escape');
    await savesQuery(page, 'max:system.load.1{env:prod} by {host}');

    await tabTo(page, 'Rollup');
    await pick(page, 'sum', /^rollup sum/);
    await tabTo(page, 'Rollup width in seconds');
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, /^Rollup width in seconds$/, 'what was entered keeps the keyboard');
    await tabTo(page, 'Add a function');
    await pick(page, 'top', /^top/);
    await hasKeyboard(page, /^top: /, 'arguments are filled in next');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('5');
    const built = "top(max:system.load.1{env:prod} by {host}.rollup(sum, 60), 5, 'mean', 'desc')";
    await savesQuery(page, built);

    await tabTo(page, 'Builder', 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await settled(page);
    await tabTo(page, /^Metric query/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('avg:system.cpu.user', { delay: 5 });
    await page.getByRole('option', { name: /system.cpu.user/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('{');
    await page.keyboard.press('Escape');
    await page.keyboard.type('*');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await hasKeyboard(page, /^(?!Metric query)/, 'Tab leaves the field');
    await savesQuery(page, 'avg:system.cpu.user{*}');
    await page.keyboard.press('Shift+Tab');
    await hasKeyboard(page, /^Metric query/);
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, 'Code', 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('combobox', { name: 'Metric' }).waitFor();
    await eventually(async () =>
      assert.equal(await page.getByRole('combobox', { name: 'Metric' }).inputValue(), 'system.cpu.user')
    );
  }));

test('what is removed hands the keyboard on', () =>
  withEditor({ view: 'query', editor: 'builder', query: 'avg:system.cpu.user{*}' }, async (page) => {
    await tabTo(page, 'Add a filter');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Remove the filter');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, /^Add a filter$/);
    await tabTo(page, 'Add a function');
    await pick(page, 'abs', /^abs/);
    await hasKeyboard(page, /^Add a function$/);
    await tabTo(page, 'Remove abs', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await hasKeyboard(page, /^Add a function$/);
    await tabTo(page, 'Add a query to calculate with');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Remove query b', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal((await focused(page)).nowhere, false));
  }));

test('settings are filled in and saved', () =>
  withEditor({ view: 'config', settings: '{}' }, async (page) => {
    await tabTo(page, /^Site/);
    await pick(page, 'EU1', /^EU1/);
    for (const [name, key] of [
      [/^API key/, 'an-api-key'],
      [/^Application key/, 'an-application-key'],
    ]) {
      await tabTo(page, name);
      await page.keyboard.type(key);
    }
    await tabTo(page, 'Wait');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^Timeout/);
    await page.keyboard.type('20');
    await tabTo(page, 'Save & test');
    await page.keyboard.press('Enter');
    await eventually(async () => {
      const { jsonData, secureJsonData } = await saved(page);
      assert.deepEqual(jsonData, { site: 'datadoghq.eu', rateLimit: 'fail', timeout: 20 });
      assert.deepEqual(secureJsonData, { apiKey: 'an-api-key', appKey: 'an-application-key' });
    });
  }));

test('a variable is written', () =>
  withEditor({ view: 'variable' }, async (page) => {
    await tabTo(page, /^List/);
    await pick(page, 'Tag val', /^Tag values/);
    await tabTo(page, 'Metric');
    await pick(page, 'system.load', /^system.load.1/);
    await tabTo(page, 'Tag');
    await pick(page, 'host', /^host/);
    await tabTo(page, /^Where/);
    await page.keyboard.type('env:$env');
    await page.keyboard.press('Enter');
    await eventually(async () =>
      assert.deepEqual(await saved(page), {
        refId: 'variable',
        version: 1,
        kind: 'tagValues',
        metric: 'system.load.1',
        key: 'host',
        scope: 'env:$env',
      })
    );
    await hasKeyboard(page, /^Where/);
  }));

test('an annotation is written', () =>
  withEditor({ view: 'annotation' }, async (page) => {
    await tabTo(page, /^Search/);
    await page.keyboard.type('deploy');
    await tabTo(page, /^Sources/);
    await page.keyboard.type('github, chef');
    await tabTo(page, /^Priority/);
    await pick(page, 'low', /^low/);
    await tabTo(page, /^Tags/);
    await page.keyboard.type('env:prod');
    await page.keyboard.press('Enter');
    await eventually(async () => {
      const { query, sources, priority, tags, mode } = await saved(page);
      assert.deepEqual(
        [query, sources, priority, tags, mode],
        ['deploy', ['github', 'chef'], 'low', ['env:prod'], 'annotations']
      );
    });
  }));

/** Grafana's sign beside a label: what it tells is its description. */
const isHelp = ({ html }) => /^<svg .*aria-describedby=/.test(html);

/** Controls that can be used, each once: of radio buttons, the chosen one. */
const usable = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('main :is(a[href], button, input, textarea, select)')];
    const used = all.filter((one) => !one.disabled && one.tabIndex >= 0 && one.getClientRects().length > 0);
    const radios = used.filter((one) => one.type === 'radio');
    return used.length - radios.length + radios.filter((one) => one.checked).length;
  });

for (const [name, parameters] of Object.entries(VIEWS)) {
  test(`Tab passes all of ${name}, each with a name, a ring and a way on`, () =>
    withEditor(parameters, async (page) => {
      await settled(page);
      const seen = [];
      for (let left = 120; left > 0; left--) {
        await page.keyboard.press('Tab');
        const here = await focused(page);
        if (here.nowhere) {
          break;
        }
        assert.ok(!seen.some(({ stop: other }) => other === here.stop), `the keyboard is caught at ${here.html}`);
        assert.ok(here.name || isHelp(here), `without a name: ${here.html}`);
        assert.ok(here.visible, `not to be seen: ${here.html}`);
        seen.push(here);
      }
      const controls = await usable(page);
      assert.ok(seen.length >= controls, `${seen.length} of ${controls}: ${seen.map((one) => one.name).join(', ')}`);
    }));
}

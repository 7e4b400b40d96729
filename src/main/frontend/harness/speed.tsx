// SPDX-License-Identifier: Apache-2.0
// Mounts editors of the finished bundle again and again, for `speed.mjs` to measure.
import * as data from '@grafana/data';
import { Button, Combobox, IconButton, InlineField, Input, PortalContainer, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { loadBundle } from './loader';
import { RANGE, start } from './services';

/** Finds what shows that an editor can be used; of code also what shows that Monaco has come, with its colours. */
const READY: Record<string, (box: Element) => unknown> = {
  builder: (box) => box.querySelector('input[value="system.cpu.user"]'),
  code: (box) => box.querySelector('textarea')?.value === QUERY,
  coloured: (box) => box.querySelector('.monaco-editor .view-line span span') && !box.querySelector(PLAIN),
};
const PLAIN = 'textarea[autocapitalize=off]:not(.inputarea)';

const QUERY = 'avg:system.cpu.user{*}';
const THEME = data.createTheme();

/** Runs once a frame has been painted. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

async function seen(box: Element, isReady: (box: Element) => unknown): Promise<void> {
  while (!isReady(box)) {
    await new Promise((done) => setTimeout(done));
  }
}

/** Grafana has drawn components of these kinds long before an editor is opened. */
async function warmUp() {
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  const options = [{ value: 'a', label: 'a' }];
  root.render(
    <data.ThemeContext.Provider value={THEME}>
      <InlineField label="a" tooltip="a">
        <Input />
      </InlineField>
      <Combobox options={options} value="a" onChange={() => {}} />
      <RadioButtonGroup options={options} value="a" />
      <Button icon="play">a</Button>
      <IconButton name="times" tooltip="a" />
    </data.ThemeContext.Provider>
  );
  await seen(box, () => box.querySelector('button'));
  await painted();
  root.unmount();
  box.remove();
}

start();
loadBundle().then(async ({ plugin, datasource }) => {
  const { QueryEditor } = plugin.components;
  /** Milliseconds from mounting an editor until it can be used, and until that is on the screen. */
  const mount = async (what: string) => {
    const editor = what === 'builder' ? 'builder' : 'code';
    const query = { refId: 'A', version: 1, queryType: 'metrics', query: QUERY, editor };
    const box = document.body.appendChild(document.createElement('div'));
    const root = createRoot(box);
    const begun = performance.now();
    root.render(
      <data.ThemeContext.Provider value={THEME}>
        {QueryEditor && (
          <QueryEditor {...{ query, datasource, range: RANGE, onChange: () => {}, onRunQuery: () => {} }} />
        )}
        <PortalContainer />
      </data.ThemeContext.Provider>
    );
    await seen(box, READY[what] ?? (() => true));
    const usable = performance.now() - begun;
    await painted();
    const shown = performance.now() - begun;
    root.unmount();
    box.remove();
    return { usable, shown };
  };
  await warmUp();
  Object.assign(window, { mount });
});

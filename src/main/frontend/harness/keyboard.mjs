// SPDX-License-Identifier: Apache-2.0
// What somebody does who has no mouse. All of it runs in the page.
import assert from 'node:assert/strict';

/** Where the keyboard is: what screen readers call it, whether one sees it, and whether it is the page as a whole. */
export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) {
      return { name: '', nowhere: true };
    }
    const byIds = (ids) =>
      (ids ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const names = [
      element.getAttribute('aria-label'),
      byIds(element.getAttribute('aria-labelledby')),
      [...(element.labels ?? [])].map((label) => label.textContent).join(' '),
      element.textContent,
      element.getAttribute('title'),
      element.closest('[title]')?.getAttribute('title'),
    ];
    // a ring may be drawn round the control, its box, or what stands for it
    const drawn = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
    const ringed = drawn.filter(Boolean).some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    window.stops ??= new Map();
    if (!window.stops.has(element)) {
      window.stops.set(element, window.stops.size);
    }
    return {
      name: (names.find((name) => name?.trim()) ?? '').trim(),
      stop: window.stops.get(element),
      visible: ringed || element.closest('.monaco-editor') !== null,
      html: element.outerHTML.slice(0, 200),
      nowhere: false,
    };
  });

/** Presses Tab until the control with that name has the keyboard. */
export async function tabTo(page, name, key = 'Tab') {
  const passed = [];
  for (let left = 80; left > 0; left--) {
    const { name: here, nowhere } = await focused(page);
    if (!nowhere && (name instanceof RegExp ? name.test(here) : here === name)) {
      return;
    }
    passed.push(here);
    await page.keyboard.press(key);
  }
  assert.fail(`${name} is not reached; there are ${passed.join(', ')}`);
}

/** Waits until a list has no more to come: what was typed is looked for after a pause. */
async function resting(page) {
  const options = () => page.getByRole('option').allTextContents();
  let last = await options();
  for (let same = 0; same < 5;) {
    await page.waitForTimeout(100);
    const now = await options();
    same = now.join() === last.join() ? same + 1 : 0;
    last = now;
  }
}

/** Types into a list that is chosen from, goes to the option and takes it. */
export async function pick(page, text, option) {
  await page.keyboard.type(text, { delay: 40 });
  await page.getByRole('option', { name: option }).first().waitFor();
  await resting(page);
  for (let left = 30; left > 0; left--) {
    const at = await page.evaluate(() => {
      const id = document.activeElement.getAttribute('aria-activedescendant');
      return (id && document.getElementById(id)?.textContent) || '';
    });
    if (option.test(at)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`${option} is not reached by the arrow keys`);
}

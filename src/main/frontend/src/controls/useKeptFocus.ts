// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';

const CONTROLS = 'a[href], button, input, textarea, [tabindex="0"]';

/**
 * Returns a box that keeps the keyboard: when the control that has the focus is taken away, such as the button that
 * removed its own row, the next one that was there gets it. A browser would begin at the top of the page again.
 */
export function useKeptFocus() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = box;
    if (!current) {
      return undefined;
    }
    let order: Element[] = [];
    let focused: EventTarget | null = null;
    const remember = ({ target }: FocusEvent) => {
      focused = target;
      order = [...current.querySelectorAll(CONTROLS)];
    };
    const observer = new MutationObserver(() => {
      const at = order.findIndex((one) => one === focused);
      if (at >= 0 && !order[at]?.isConnected && document.activeElement === document.body) {
        const near = [...order.slice(at), ...order.slice(0, at).reverse()];
        near.find((one): one is HTMLElement => one instanceof HTMLElement && one.isConnected)?.focus();
      }
    });
    current.addEventListener('focusin', remember);
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return box;
}

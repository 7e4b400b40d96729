// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'react';

/** Takes a field's text, cursor and keyboard. */
export type TakeOver = (field: HTMLTextAreaElement) => void;

/** Keeps which field is in use: the plain one until the other is there and no letter is half composed. */
export function useHandOver() {
  const plain = useRef<HTMLTextAreaElement>(null);
  const [rich, setRich] = useState(false);
  const over = useRef(false);
  const composing = useRef(false);
  const waiting = useRef<TakeOver | undefined>(undefined);

  const handOver = (take: TakeOver) => {
    over.current = true;
    if (plain.current) {
      take(plain.current);
    }
    setRich(true);
  };
  return {
    plain,
    rich,
    /** Whether the keyboard leaves the plain field only because the other takes it. */
    isOver: () => over.current,
    onReady: (take: TakeOver) => {
      if (composing.current) {
        waiting.current = take;
      } else {
        handOver(take);
      }
    },
    /** The other field is gone: the plain one is there again. */
    onFailure: () => {
      over.current = false;
      setRich(false);
    },
    onComposing: (now: boolean) => {
      composing.current = now;
      const take = waiting.current;
      if (!now && take) {
        waiting.current = undefined;
        // the browser writes what was composed after it has told so
        setTimeout(() => handOver(take));
      }
    },
  };
}

// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { Problem } from '../resources/types';

export type Check = (text: string, signal: AbortSignal) => Promise<Problem[]>;

/** Waiting time after the last letter: half-written queries are always wrong. Milliseconds. */
const PAUSE = 400;

const NONE: Problem[] = [];

/** Returns what the backend finds wrong with a text; nothing while it is empty or cannot be checked. */
export function useProblems(text: string, check: Check | undefined): Problem[] {
  const [problems, setProblems] = useState<Problem[]>([]);

  useEffect(() => {
    if (!text.trim() || !check) {
      return undefined;
    }
    const question = new AbortController();
    const timer = setTimeout(() => {
      check(text, question.signal).then(
        (found) => !question.signal.aborted && setProblems(found),
        () => !question.signal.aborted && setProblems([])
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      question.abort();
    };
  }, [text, check]);

  return text.trim() ? problems : NONE;
}

// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { Problem, Resources } from '../resources/Resources';

/** Waiting time after the last letter: half-written queries are always wrong. Milliseconds. */
const PAUSE = 400;

const NONE: Problem[] = [];

/** Returns what the backend finds wrong with a text; nothing while it is empty or cannot be checked. */
export function useProblems(text: string, resources: Resources): Problem[] {
  const [problems, setProblems] = useState<Problem[]>([]);

  useEffect(() => {
    if (!text.trim()) {
      return undefined;
    }
    const question = new AbortController();
    const timer = setTimeout(() => {
      resources.validate(text, question.signal).then(
        (found) => !question.signal.aborted && setProblems(found),
        () => !question.signal.aborted && setProblems([])
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      question.abort();
    };
  }, [text, resources]);

  return text.trim() ? problems : NONE;
}

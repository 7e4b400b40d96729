// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { failureText, Names } from '../resources/Resources';

/** Returns a loading function for lists that are chosen from, and why its last call told nothing. */
export function useNames(load: (text: string) => Promise<Names>) {
  const [failure, setFailure] = useState('');
  const names = async (text: string): Promise<string[]> => {
    try {
      const loaded = await load(text);
      setFailure('');
      return loaded.names;
    } catch (reason) {
      setFailure(failureText(reason));
      return [];
    }
  };
  return { names, failure };
}

// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { failureText } from '../resources/Resources';
import { Names } from '../resources/types';

/** Returns a loading function for lists that are chosen from, and why its last call told nothing. */
export function useNames(load: (text: string) => Promise<Names>) {
  const [failure, setFailure] = useState('');
  const names = async (text: string): Promise<Names> => {
    try {
      const loaded = await load(text);
      setFailure('');
      return loaded;
    } catch (reason) {
      setFailure(failureText(reason));
      return { names: [], complete: true };
    }
  };
  return { names, failure };
}

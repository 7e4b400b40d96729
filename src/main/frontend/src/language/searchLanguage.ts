// SPDX-License-Identifier: Apache-2.0
import type { monacoTypes } from '@grafana/ui';
import { Language } from './monaco';

const PAIRS = [
  { open: '(', close: ')' },
  { open: '[', close: ']' },
  { open: '"', close: '"' },
];

/** Colours only: whether a search is right is for the backend to say. */
const tokens: monacoTypes.languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/\s+/, ''],
      [/\$\{[^}]*\}|\[\[[^\]]*\]\]|\$[A-Za-z_]\w*/, 'variable'],
      [/\b(?:AND|OR|NOT|TO)\b/, 'keyword'],
      [/"(?:[^"\\]|\\.)*"/, 'string'],
      [/-?@?[\w.\-/]+(?=:)/, 'key'],
      [/[<>]=?/, 'operator'],
      [/[()[\]:]/, 'delimiter'],
      [/-?\d+(\.\d+)?(?![\w.])/, 'number'],
      [/[^\s()[\]:"]+/, 'attribute.value'],
    ],
  },
};

/** Datadog's language of searches: `service:web -status:info @duration:>1s`. */
export const SEARCH_LANGUAGE: Language = {
  id: 'dromedary-search',
  configuration: { brackets: [['(', ')']], autoClosingPairs: PAIRS, surroundingPairs: PAIRS },
  tokens,
  triggers: [':', '@', '-', '(', '$', ' '],
};

/** SQL, as Grafana colours it. */
export const SQL_LANGUAGE: Language = { id: 'sql', triggers: [] };

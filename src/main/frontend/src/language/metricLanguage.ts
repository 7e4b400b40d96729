// SPDX-License-Identifier: Apache-2.0
import type { monacoTypes } from '@grafana/ui';
import { Language } from './monaco';

/** What closes by itself and what is highlighted as a pair. */
const configuration: monacoTypes.languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '(', close: ')' },
    { open: "'", close: "'" },
    { open: '"', close: '"' },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '(', close: ')' },
  ],
};

/** Colours only: whether a query is right is for the backend to say. */
const tokens: monacoTypes.languages.IMonarchLanguage = {
  defaultToken: '',
  keywords: ['by', 'AND', 'OR', 'NOT', 'IN', 'and', 'or', 'not', 'in'],
  tokenizer: {
    root: [
      [/\s+/, ''],
      [/\/\/.*$/, 'comment'],
      [/\/\*/, { token: 'comment', next: '@comment' }],
      [/\$\{[^}]*\}|\[\[[^\]]*\]\]|[$#][A-Za-z_]\w*/, 'variable'],
      [/'[^']*'|"[^"]*"/, 'string'],
      [/\d+(\.\d+)?([eE][-+]?\d+)?(?![\w.])/, 'number'],
      [/(?:avg|sum|min|max|count|histogram|p\d+(?:\.\d+)?)(?=\s*[:(])/, 'keyword'],
      [/\.[A-Za-z_]\w*(?=\s*\()/, 'predefined'],
      [/[A-Za-z_]\w*(?=\s*\()/, 'predefined'],
      [/\{/, { token: 'delimiter.curly', next: '@braces' }],
      [/[A-Za-z_][\w.]*/, { cases: { '@keywords': 'keyword', '@default': 'type' } }],
      [/[-+*/]/, 'operator'],
      [/[(),:]/, 'delimiter'],
    ],
    comment: [
      [/\*\//, { token: 'comment', next: '@pop' }],
      [/./, 'comment'],
    ],
    braces: [
      [/\}/, { token: 'delimiter.curly', next: '@pop' }],
      [/\$\{[^}]*\}|\[\[[^\]]*\]\]|\$[A-Za-z_]\w*/, 'variable'],
      [/[\w.\-/@]+(?=\s*:)/, 'key'],
      [/\b(?:AND|OR|NOT|IN|and|or|not|in)\b/, 'keyword'],
      [/'[^']*'|"[^"]*"/, 'string'],
      [/[\w.\-/@*]+/, 'attribute.value'],
      [/[!,:()]/, 'delimiter'],
      [/\s+/, ''],
    ],
  },
};

/** Datadog's language of metric queries. */
export const METRIC_LANGUAGE: Language = {
  id: 'dromedary-metrics',
  configuration,
  tokens,
  triggers: [':', '{', ',', '.', '(', '$', ' '],
};

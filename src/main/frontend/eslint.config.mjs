// SPDX-License-Identifier: Apache-2.0
import grafana from '@grafana/eslint-config/flat.js';

export default [
  { ignores: ['node_modules/', 'placeholder/'] },
  ...grafana,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', 200],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: { 'max-lines': ['error', 350] },
  },
];

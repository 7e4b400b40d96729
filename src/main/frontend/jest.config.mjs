// SPDX-License-Identifier: Apache-2.0

/** Published as ECMAScript modules only, which jest cannot load as they are. */
const modules = [
  '@grafana/schema',
  'd3',
  'd3-[^/]+',
  'internmap',
  'delaunator',
  'robust-predicates',
  'marked',
  'ol',
  'rbush',
  'quickselect',
  'geotiff',
  'earcut',
  'pbf',
  'color-[^/]+',
  'react-calendar',
  'get-user-locale',
  'memoize',
  'mimic-function',
  'map-age-cleaner',
  'mimic-fn',
  'p-defer',
  'uuid',
  'rxjs',
  '@wojtekmaj/date-utils',
  'react-colorful',
];

export default {
  testEnvironment: 'jsdom',
  // machines that build are busy; nothing here is measured
  testTimeout: 60_000,
  roots: ['<rootDir>/src', '<rootDir>/page'],
  setupFiles: ['<rootDir>/testing/browser.ts'],
  setupFilesAfterEnv: ['<rootDir>/testing/matchers.ts'],
  moduleNameMapper: {
    '\\.(css|scss|sass)$': '<rootDir>/testing/empty.ts',
    '^react-inlinesvg$': '<rootDir>/testing/inlineSvg.tsx',
    '^monaco-editor(/.*)?$': '<rootDir>/testing/empty.ts',
  },
  transform: {
    '^.+\\.m?[jt]sx?$': [
      '@swc/jest',
      { sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules.join('|')})/)`],
};

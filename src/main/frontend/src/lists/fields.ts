// SPDX-License-Identifier: Apache-2.0
import { Field, noNames } from '../forms/fields';

export const SLO_IDS: Field = {
  name: 'ids',
  label: 'SLOs',
  kind: 'names',
  width: 44,
  placeholder: 'choose, or paste ids',
  load: (resources, text) => resources.slos({ query: text }),
};
export const TEST_IDS: Field = {
  name: 'ids',
  label: 'Tests',
  help: 'Public ids of tests, as in the first column of the list',
  kind: 'names',
  width: 44,
  placeholder: 'abc-def-ghi',
  load: noNames,
};

// SPDX-License-Identifier: Apache-2.0
import { Field } from '../forms/fields';

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
  kind: 'names',
  width: 44,
  placeholder: 'choose, or paste ids',
  load: (resources, text) => resources.syntheticTests({ query: text }),
};

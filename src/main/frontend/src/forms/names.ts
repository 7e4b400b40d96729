// SPDX-License-Identifier: Apache-2.0
import { Field } from './fields';

/** An environment that APM knows. */
export const ENV: Field = {
  name: 'env',
  label: 'Env',
  kind: 'name',
  width: 16,
  placeholder: 'prod',
  load: (resources, query) => resources.envs({ query }),
};

/** The same, where it may be left out. */
export const ANY_ENV: Field = { ...ENV, help: 'Empty: all environments', placeholder: 'all' };

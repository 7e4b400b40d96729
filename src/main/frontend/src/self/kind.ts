// SPDX-License-Identifier: Apache-2.0
import { lazily } from '../controls/lazily';
import type { Kind } from '../query/kinds';
import { SelfQuery } from '../types';

const SelfEditor = lazily(
  () => import(/* webpackChunkName: "products" */ './SelfEditor').then((module) => module.SelfEditor),
  36
);

/** Dromedary about itself. */
export const SELF: Kind<SelfQuery> = {
  queryType: 'dromedary',
  label: 'Dromedary itself',
  description: 'Its calls to Datadog, caches and rate limits',
  group: 'Lists',
  Editor: SelfEditor,
  hasBuilder: false,
  initial: { mode: 'calls' },
  isComplete: () => true,
};

// SPDX-License-Identifier: Apache-2.0
import { DataSourcePlugin } from '@grafana/data';
import { lazily } from './controls/lazily';
import { DataSource } from './datasource';
import { QueryEditor } from './query/QueryEditor';
import { SavedQuery, Secrets, Settings } from './types';

const ConfigEditor = lazily(
  () => import(/* webpackChunkName: "settings" */ './settings/ConfigEditor').then((module) => module.ConfigEditor),
  1134
);

const Help = lazily(() => import(/* webpackChunkName: "help" */ './query/Help').then((module) => module.Help), 250);

export const plugin = new DataSourcePlugin<DataSource, SavedQuery, Settings, Secrets>(DataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(Help);

// SPDX-License-Identifier: Apache-2.0
import { DataSourcePlugin } from '@grafana/data';
import { DataSource } from './datasource';
import { QueryEditor } from './query/QueryEditor';
import { ConfigEditor } from './settings/ConfigEditor';
import { SavedQuery, Secrets, Settings } from './types';

export const plugin = new DataSourcePlugin<DataSource, SavedQuery, Settings, Secrets>(DataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);

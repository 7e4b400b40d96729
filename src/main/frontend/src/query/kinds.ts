// SPDX-License-Identifier: Apache-2.0
import { QueryEditorProps } from '@grafana/data';
import { ComponentType } from 'react';
import type { DataSource } from '../datasource';
import { MetricsEditor } from '../metrics/MetricsEditor';
import { MetricsQuery, Settings } from '../types';

export type KindEditorProps = QueryEditorProps<DataSource, MetricsQuery, Settings>;

/** What can be asked, each with its own editor. */
export interface Kind {
  queryType: string;
  label: string;
  Editor: ComponentType<KindEditorProps>;
  /** Whether its text can be edited as code and as a form. */
  hasBuilder: boolean;
}

/** Another Datadog product is one more line here. */
export const KINDS: Kind[] = [{ queryType: 'metrics', label: 'Metrics', Editor: MetricsEditor, hasBuilder: true }];

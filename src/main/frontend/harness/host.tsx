// SPDX-License-Identifier: Apache-2.0
// Shows the editors of the finished bundle, with the libraries of one Grafana.
import * as data from '@grafana/data';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { loadBundle } from './loader';
import { RANGE, start } from './services';

start();
loadBundle().then(({ plugin, datasource }) => {
  const { ConfigEditor, QueryEditor, QueryEditorHelp } = plugin.components;
  const VariableEditor = (datasource.variables as data.CustomVariableSupport<data.DataSourceApi>).editor;
  const AnnotationEditor = datasource.annotations?.QueryEditor;
  const common = { datasource, range: RANGE, onChange: () => {}, onRunQuery: () => {} };
  const search = { refId: 'B', version: 1, queryType: 'logs', query: 'service:web' };
  const query = { refId: 'A', version: 1, queryType: 'metrics', query: 'avg:system.cpu.user{*}', editor: 'builder' };
  const options = { jsonData: { site: 'datadoghq.eu' }, secureJsonFields: {} } as unknown as data.DataSourceSettings;
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <data.ThemeContext.Provider value={data.createTheme()}>
      {ConfigEditor && <ConfigEditor options={options} onOptionsChange={() => {}} />}
      {QueryEditor && <QueryEditor {...common} query={query} />}
      {QueryEditor && <QueryEditor {...common} query={search} />}
      {AnnotationEditor && <AnnotationEditor {...common} query={{ refId: 'Anno' }} />}
      {QueryEditorHelp && <QueryEditorHelp {...{ datasource, query, onClickExample: () => {} }} />}
      <VariableEditor {...common} query={{ refId: 'V' }} />
      <p>React {React.version}</p>
    </data.ThemeContext.Provider>
  );
});

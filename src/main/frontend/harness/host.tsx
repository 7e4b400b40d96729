// SPDX-License-Identifier: Apache-2.0
// Shows the editors of the finished bundle, with the libraries of one Grafana.
import * as data from '@grafana/data';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { loadBundle } from './loader';
import { RANGE, start } from './services';

start();
loadBundle().then(({ plugin, datasource }) => {
  const { ConfigEditor, QueryEditor } = plugin.components;
  const AnnotationEditor = datasource.annotations?.QueryEditor;
  const query = { refId: 'A', version: 1, queryType: 'metrics', query: 'avg:system.cpu.user{*}', editor: 'builder' };
  const options = { jsonData: { site: 'datadoghq.eu' }, secureJsonFields: {} } as unknown as data.DataSourceSettings;
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <data.ThemeContext.Provider value={data.createTheme()}>
      {ConfigEditor && <ConfigEditor options={options} onOptionsChange={() => {}} />}
      {QueryEditor && (
        <QueryEditor {...{ query, datasource, range: RANGE, onChange: () => {}, onRunQuery: () => {} }} />
      )}
      {AnnotationEditor && (
        <AnnotationEditor {...{ query: { refId: 'Anno' }, datasource, onChange: () => {}, onRunQuery: () => {} }} />
      )}
      <p>React {React.version}</p>
    </data.ThemeContext.Provider>
  );
});

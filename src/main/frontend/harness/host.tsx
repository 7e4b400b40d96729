// SPDX-License-Identifier: Apache-2.0
// Stands in for Grafana's loader: gives the finished bundle what Grafana shares with plugins, and nothing else.
import * as emotion from '@emotion/css';
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as ui from '@grafana/ui';
import React from 'react';
import * as reactDom from 'react-dom';
import { createRoot } from 'react-dom/client';
import * as rxjs from 'rxjs';
import { RANGE, SETTINGS, start } from './services';

const SHARED: Record<string, unknown> = {
  react: React,
  'react-dom': reactDom,
  rxjs,
  '@emotion/css': emotion,
  '@grafana/data': data,
  '@grafana/runtime': runtime,
  '@grafana/ui': ui,
};

interface Plugin {
  plugin: data.DataSourcePlugin<data.DataSourceApi>;
}

start();
Object.assign(window, { define: load });

/** The bundle calls this with the names of what it needs. */
function load(names: string[], factory: (...modules: unknown[]) => Plugin): void {
  const unknown = names.filter((name) => !(name in SHARED));
  if (unknown.length) {
    throw new Error(`Grafana does not share ${unknown.join(', ')}`);
  }
  show(factory(...names.map((name) => SHARED[name])).plugin);
}

function show({ DataSourceClass, components }: Plugin['plugin']): void {
  const datasource = new DataSourceClass(SETTINGS as unknown as data.DataSourceInstanceSettings);
  const { ConfigEditor, QueryEditor } = components;
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
}

const script = document.createElement('script');
script.src = '/module.js';
document.body.append(script);

// SPDX-License-Identifier: Apache-2.0
import { createTheme, DataSourceInstanceSettings, dateTime, ThemeContext, TypedVariableModel } from '@grafana/data';
import { BackendSrv, BackendSrvRequest, setBackendSrv, setTemplateSrv } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { from, map } from 'rxjs';
import { DataSource } from '../src/datasource';
import { QueryEditor } from '../src/query/QueryEditor';
import { ConfigEditor, ConfigProps } from '../src/settings/ConfigEditor';
import { MetricsQuery, Settings } from '../src/types';
import { VariableQuery } from '../src/variables/query';
import { VariableEditor } from '../src/variables/VariableEditor';
import { fakeTemplates } from '../testing/templates';
import { answer, asked } from './backend';

const HOUR = 3_600_000;

Object.assign(window, {
  asked,
  MonacoEnvironment: { getWorker: () => new Worker(URL.createObjectURL(new Blob(['onmessage=()=>{}']))) },
});
setBackendSrv({
  fetch: (request: BackendSrvRequest) => from(answer(request)).pipe(map((data) => ({ data }))),
} as unknown as BackendSrv);
setTemplateSrv(fakeTemplates({ env: 'prod' }, [{ name: 'env' } as TypedVariableModel]));

const parameters = new URLSearchParams(location.search);
const settings = { uid: 'x', type: 'dromedary-datadog-datasource', name: 'Datadog', jsonData: {}, meta: {} };
const datasource = new DataSource(settings as unknown as DataSourceInstanceSettings<Settings>);
const range = { from: dateTime(Date.now() - HOUR), to: dateTime(), raw: { from: 'now-1h', to: 'now' } };

function Query() {
  const [query, setQuery] = useState<MetricsQuery>({
    refId: 'A',
    queryType: 'metrics',
    ...datasource.getDefaultQuery(),
    query: parameters.get('query') ?? '',
    editor: (parameters.get('editor') ?? undefined) as MetricsQuery['editor'],
    version: Number(parameters.get('version') ?? 1),
  });
  const [runs, setRuns] = useState(0);
  return (
    <>
      <QueryEditor
        query={query}
        datasource={datasource}
        range={range}
        onChange={setQuery}
        onRunQuery={() => setRuns((count) => count + 1)}
      />
      <output data-testid="saved" hidden>
        {JSON.stringify({ ...query, runs })}
      </output>
    </>
  );
}

function Variable() {
  const [query, setQuery] = useState<VariableQuery>(
    (parameters.get('query') ?? '') as unknown as VariableQuery // as Grafana passes texts of old variables
  );
  return <VariableEditor query={query} datasource={datasource} onChange={setQuery} onRunQuery={() => {}} />;
}

function Config() {
  const [options, setOptions] = useState({
    jsonData: JSON.parse(parameters.get('settings') ?? '{}'),
    secureJsonFields: {},
    readOnly: parameters.has('readOnly'),
  } as ConfigProps['options']);
  return <ConfigEditor options={options} onOptionsChange={setOptions} />;
}

const VIEWS: Record<string, React.ComponentType> = { query: Query, variable: Variable, config: Config };

function Page() {
  const theme = createTheme({ colors: { mode: parameters.get('theme') === 'light' ? 'light' : 'dark' } });
  const View = VIEWS[parameters.get('view') ?? ''] ?? Query;
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <main style={{ padding: 16, background: theme.colors.background.primary, minHeight: '100vh' }}>
        <View />
      </main>
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

createRoot(document.body.appendChild(document.createElement('div'))).render(<Page />);

// SPDX-License-Identifier: Apache-2.0
import { createTheme, DataSourceInstanceSettings, ThemeContext } from '@grafana/data';
import { Button, GlobalStyles, PortalContainer } from '@grafana/ui';
import React, { useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { DataSource } from '../src/datasource';
import { plugin } from '../src/module';
import type { ConfigProps } from '../src/settings/ConfigEditor';
import { AnnotatedQuery, SavedQuery, Settings } from '../src/types';
import { VariableQuery } from '../src/variables/query';
import type { VariableSupport } from '../src/variables/VariableSupport';
import { RANGE, SETTINGS, start } from './services';

start();

const parameters = new URLSearchParams(location.search);
const datasource = new DataSource(SETTINGS as unknown as DataSourceInstanceSettings<Settings>);

// as Grafana gets them: what is not in the first file is fetched when it is shown
const { ConfigEditor, QueryEditor, QueryEditorHelp } = plugin.components;
const { QueryEditor: AnnotationEditor } = datasource.annotations ?? {};
const { editor: VariableEditor } = datasource.variables as VariableSupport;

function Query() {
  const [query, setQuery] = useState<SavedQuery>({
    refId: 'A',
    queryType: 'metrics',
    ...datasource.getDefaultQuery(),
    query: parameters.get('query') ?? '',
    editor: (parameters.get('editor') ?? undefined) as SavedQuery['editor'],
    version: Number(parameters.get('version') ?? 1),
    ...(JSON.parse(parameters.get('saved') ?? '{}') as Partial<SavedQuery>),
  });
  const [runs, setRuns] = useState(0);
  return (
    <>
      {QueryEditor && (
        <QueryEditor
          query={query}
          datasource={datasource}
          range={RANGE}
          onChange={setQuery}
          onRunQuery={() => setRuns((count) => count + 1)}
        />
      )}
      <Saved value={{ ...query, runs }} />
    </>
  );
}

/** For tests to read. */
function Saved({ value }: { value: object }) {
  return (
    <output data-testid="saved" hidden>
      {JSON.stringify(value)}
    </output>
  );
}

function Variable() {
  const [query, setQuery] = useState<VariableQuery>(
    JSON.parse(parameters.get('saved') ?? 'null') ?? ((parameters.get('query') ?? '') as unknown as VariableQuery) // as Grafana passes texts of old variables
  );
  return (
    <>
      <VariableEditor query={query} datasource={datasource} onChange={setQuery} onRunQuery={() => {}} />
      <Saved value={query ?? {}} />
    </>
  );
}

function Config() {
  const [options, setOptions] = useState({
    jsonData: JSON.parse(parameters.get('settings') ?? '{}'),
    secureJsonFields: {},
    readOnly: parameters.has('readOnly'),
  } as ConfigProps['options']);
  const [saved, setSaved] = useState<object>({});
  return (
    <>
      {ConfigEditor && <ConfigEditor options={options} onOptionsChange={setOptions} />}
      <Button onClick={() => setSaved(options)}>Save & test</Button>
      <Saved value={saved} />
    </>
  );
}

function Annotation() {
  const [query, setQuery] = useState(JSON.parse(parameters.get('query') ?? '{}') as AnnotatedQuery);
  return (
    <>
      {AnnotationEditor && (
        <AnnotationEditor
          query={query}
          datasource={datasource}
          onChange={(changed) => setQuery(changed as AnnotatedQuery)}
          onRunQuery={() => {}}
        />
      )}
      <Saved value={query} />
    </>
  );
}

/** What Grafana shows between a query's name and its editor, when somebody asks for help. */
function Help() {
  const [query, setQuery] = useState<SavedQuery>({ refId: 'A' });
  return (
    <>
      {QueryEditorHelp && <QueryEditorHelp {...{ datasource, query, onClickExample: setQuery }} />}
      <Saved value={query} />
    </>
  );
}

const VIEWS: Record<string, React.ComponentType> = {
  query: Query,
  variable: Variable,
  annotation: Annotation,
  config: Config,
  help: Help,
};

/** Light while the address ends in #light, so that one page can be looked at in both themes. */
function useMode() {
  const mode = () => (location.hash === '#light' ? 'light' : 'dark');
  return useSyncExternalStore((told) => {
    window.addEventListener('hashchange', told);
    return () => window.removeEventListener('hashchange', told);
  }, mode);
}

function Page() {
  const mode = useMode();
  const theme = useMemo(() => createTheme({ colors: { mode } }), [mode]);
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

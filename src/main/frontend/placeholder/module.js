// SPDX-License-Identifier: Apache-2.0
// Stands in for the editors: one field for the query, three for the settings. The rest is provisioned.
define(['react', '@grafana/data', '@grafana/runtime'], function (react, data, runtime) {
  'use strict';

  class DataSource extends runtime.DataSourceWithBackend {
    filterQuery(query) {
      return Boolean(query.query);
    }

    applyTemplateVariables(query, scopedVars) {
      return { ...query, query: runtime.getTemplateSrv().replace(query.query, scopedVars) };
    }
  }

  function field(label, props) {
    const input = react.createElement('input', { size: 60, style: { display: 'block' }, 'aria-label': label, ...props });
    return react.createElement('label', { key: label, style: { display: 'block', marginBottom: 8 } }, label, input);
  }

  function QueryEditor({ query, onChange, onRunQuery }) {
    return field('Metric query', {
      value: query.query || '',
      placeholder: 'avg:system.cpu.user{*} by {host}',
      onChange: (event) => onChange({ ...query, version: 1, queryType: 'metrics', query: event.target.value }),
      onBlur: onRunQuery,
    });
  }

  function ConfigEditor({ options, onOptionsChange }) {
    const { jsonData, secureJsonFields = {}, secureJsonData = {} } = options;
    const secret = (name) => ({
      type: 'password',
      value: secureJsonData[name] || '',
      placeholder: secureJsonFields[name] ? 'configured' : '',
      onChange: (event) =>
        onOptionsChange({ ...options, secureJsonData: { ...secureJsonData, [name]: event.target.value } }),
    });
    const site = {
      value: jsonData.site || '',
      placeholder: 'datadoghq.com, datadoghq.eu, … or sandbox',
      onChange: (event) => onOptionsChange({ ...options, jsonData: { ...jsonData, site: event.target.value } }),
    };
    return react.createElement('div', null, [
      field('Site', site),
      field('API key', secret('apiKey')),
      field('Application key', secret('appKey')),
    ]);
  }

  const plugin = new data.DataSourcePlugin(DataSource).setQueryEditor(QueryEditor).setConfigEditor(ConfigEditor);
  return { plugin };
});

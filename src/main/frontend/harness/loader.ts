// SPDX-License-Identifier: Apache-2.0
// Stands in for Grafana's loader: gives the finished bundle what Grafana shares with plugins, and nothing else.
import * as emotion from '@emotion/css';
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as ui from '@grafana/ui';
import React from 'react';
import * as reactDom from 'react-dom';
import * as rxjs from 'rxjs';
import { SETTINGS } from './services';

const SHARED: Record<string, unknown> = {
  react: React,
  'react-dom': reactDom,
  rxjs,
  '@emotion/css': emotion,
  '@grafana/data': data,
  '@grafana/runtime': runtime,
  '@grafana/ui': ui,
};

/** Where the plugin's files are: the root, unless the page tells otherwise. */
const MODULE = `${document.documentElement.dataset.plugin ?? '/'}module.js`;

type Plugin = data.DataSourcePlugin<data.DataSourceApi>;

/** The plugin in the bundle, and a data source of it. */
export function loadBundle(): Promise<{ plugin: Plugin; datasource: data.DataSourceApi }> {
  const script = document.createElement('script');
  return new Promise((loaded, failed) => {
    /** The bundle calls this with the names of what it needs. */
    const define = (names: string[], factory: (...modules: unknown[]) => { plugin: Plugin }) => {
      const itself = { module: { id: MODULE, uri: script.src } };
      const given: Record<string, unknown> = { ...SHARED, ...itself };
      const unknown = names.filter((name) => !(name in given));
      if (unknown.length) {
        failed(new Error(`Grafana does not share ${unknown.join(', ')}`));
        return;
      }
      const { plugin } = factory(...names.map((name) => given[name]));
      const datasource = new plugin.DataSourceClass(SETTINGS as unknown as data.DataSourceInstanceSettings);
      loaded({ plugin, datasource });
    };
    Object.assign(window, { define });
    script.src = `${MODULE}?_cache=1.0.0`;
    document.body.append(script);
  });
}

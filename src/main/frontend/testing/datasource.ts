// SPDX-License-Identifier: Apache-2.0
import { DataSourceInstanceSettings } from '@grafana/data';
import { BackendSrv, BackendSrvRequest, setBackendSrv, setTemplateSrv } from '@grafana/runtime';
import { defer, map, Observable } from 'rxjs';
import { answer } from '../harness/backend';
import { DataSource } from '../src/datasource';
import { Settings } from '../src/types';
import { fakeTemplates } from './templates';

const SETTINGS = { uid: 'x', type: 'dromedary-datadog-datasource', name: 'Datadog', jsonData: {}, meta: {} };

/**
 * Returns a data source whose backend gives these answers, by path of the resource; those of the harness for all
 * others. What was asked is collected.
 */
export function fakeDatasource(answers: Record<string, (data: never) => unknown> = {}) {
  const asked: Array<{ path: string; data: unknown }> = [];
  const fetch = (request: BackendSrvRequest): Observable<unknown> =>
    defer(async () => {
      const path = request.url.replace(/^.*\/resources\//, '');
      asked.push({ path, data: request.data ?? request.params });
      return answers[path] ? answers[path](request.data as never) : answer(request);
    }).pipe(map((data) => ({ data })));
  setBackendSrv({ fetch } as unknown as BackendSrv);
  setTemplateSrv(fakeTemplates());
  const datasource = new DataSource(SETTINGS as unknown as DataSourceInstanceSettings<Settings>);
  return { datasource, asked };
}

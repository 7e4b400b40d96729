// SPDX-License-Identifier: Apache-2.0
// What Grafana brings to a page with editors.
import { dateTime, TypedVariableModel } from '@grafana/data';
import { BackendSrv, BackendSrvRequest, setBackendSrv, setTemplateSrv } from '@grafana/runtime';
import { from, map } from 'rxjs';
import { fakeTemplates } from '../testing/templates';
import { answer, asked } from './backend';

/** Requests that were given up before their answer, for tests: paths. */
const cancelled: string[] = [];

const HOUR = 3_600_000;

export const SETTINGS = {
  uid: 'x',
  type: 'dromedary-datadog-datasource',
  name: 'Datadog',
  jsonData: {},
  meta: {},
};

export const RANGE = { from: dateTime(Date.now() - HOUR), to: dateTime(), raw: { from: 'now-1h', to: 'now' } };

/** Answers as late as the address asks with `slow`, in milliseconds, or refuses with the status it has as `refuse`. */
async function reply(request: BackendSrvRequest): Promise<unknown> {
  const parameters = new URLSearchParams(location.search);
  const status = Number(parameters.get('refuse') ?? 0);
  if (status) {
    throw { status, data: { message: status === 403 ? 'The key lacks a permission' : 'The plugin does not answer' } };
  }
  const found = answer(request);
  const wait = Number(parameters.get('slow') ?? 0);
  if (wait) {
    await new Promise((done) => {
      setTimeout(done, wait);
      request.abortSignal?.addEventListener('abort', done);
    });
  }
  if (request.abortSignal?.aborted) {
    cancelled.push(request.url.replace(/^.*\/resources\//, ''));
  }
  return found;
}

export function start(): void {
  const worker = () => new Worker(URL.createObjectURL(new Blob(['onmessage=()=>{}'])));
  Object.assign(window, { asked, cancelled, MonacoEnvironment: { getWorker: worker } });
  setBackendSrv({
    fetch: (request: BackendSrvRequest) => from(reply(request)).pipe(map((data) => ({ data }))),
  } as unknown as BackendSrv);
  setTemplateSrv(fakeTemplates({ env: 'prod' }, [{ name: 'env' } as TypedVariableModel]));
}

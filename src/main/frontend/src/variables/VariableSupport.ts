// SPDX-License-Identifier: Apache-2.0
import { CustomVariableSupport, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { from, map, Observable, throwError } from 'rxjs';
import { lazily } from '../controls/lazily';
import type { DataSource } from '../datasource';
import { chained, lookUp, scopedQuery, valuesIn } from './lookup';
import { Names } from '../resources/types';
import { isReadable, readVariable, VariableQuery } from './query';

const VariableEditor = lazily(
  () => import(/* webpackChunkName: "variables" */ './VariableEditor').then((module) => module.VariableEditor),
  140
);

/** Query variables with an editor of their own. */
export class VariableSupport extends CustomVariableSupport<DataSource, VariableQuery> {
  override editor = VariableEditor;

  constructor(private readonly datasource: DataSource) {
    super();
  }

  override query = (request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> => {
    const [saved] = request.targets;
    if (!isReadable(saved)) {
      return throwError(() => new Error('This variable was saved by a newer Dromedary: update the plugin to use it.'));
    }
    const query = chained(readVariable(saved), request.scopedVars, getTemplateSrv());
    const asked = scopedQuery(query);
    const names = asked
      ? this.datasource.query({ ...request, targets: [asked] }).pipe(map((reply) => told(reply, query)))
      : from(lookUp(this.datasource.resources, query));
    return names.pipe(
      map(({ names: texts, values }) => ({ data: texts.map((text) => ({ text, value: values?.[text] ?? text })) }))
    );
  };
}

function told({ data, errors }: DataQueryResponse, query: VariableQuery): Names {
  if (errors?.[0]) {
    throw new Error(errors[0].message ?? 'The values could not be read.');
  }
  return { names: valuesIn(data, query.key ?? ''), complete: true };
}

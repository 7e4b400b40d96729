// SPDX-License-Identifier: Apache-2.0
import { CustomVariableSupport, DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { from, map, Observable } from 'rxjs';
import type { DataSource } from '../datasource';
import { chained, lookUp } from './lookup';
import { readVariable, VariableQuery } from './query';
import { VariableEditor } from './VariableEditor';

/** Query variables with an editor of their own. */
export class VariableSupport extends CustomVariableSupport<DataSource, VariableQuery> {
  override editor = VariableEditor;

  constructor(private readonly datasource: DataSource) {
    super();
  }

  override query = (request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> => {
    const query = chained(readVariable(request.targets[0]), request.scopedVars, getTemplateSrv());
    return from(lookUp(this.datasource.resources, query)).pipe(
      map((names) => ({ data: names.map((text) => ({ text, value: text })) }))
    );
  };
}

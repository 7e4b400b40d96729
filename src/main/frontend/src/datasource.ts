// SPDX-License-Identifier: Apache-2.0
import {
  AdHocVariableFilter,
  DataSourceGetTagKeysOptions,
  DataSourceGetTagValuesOptions,
  DataSourceInstanceSettings,
  MetricFindValue,
  ScopedVars,
  TestDataSourceResponse,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, HealthStatus } from '@grafana/runtime';
import { annotationSupport } from './annotations/annotationSupport';
import { METRICS } from './metrics/kind';
import { applied, detached } from './query/apply';
import { kindOf } from './query/kinds';
import { isNewer } from './query/migrate';
import { tagKeysOf, tagValuesOf } from './query/tags';
import { Resources } from './resources/Resources';
import { healthLines } from './settings/health';
import { SavedQuery, Settings, VERSION } from './types';
import { VariableSupport } from './variables/VariableSupport';

/** Datadog through Dromedary's backend, which asks and caches; here are only the ways Grafana reaches it. */
export class DataSource extends DataSourceWithBackend<SavedQuery, Settings> {
  readonly resources = new Resources(this);

  constructor(settings: DataSourceInstanceSettings<Settings>) {
    super(settings);
    this.variables = new VariableSupport(this);
    this.annotations = annotationSupport;
  }

  override getDefaultQuery(): Partial<SavedQuery> {
    return { version: VERSION, queryType: METRICS.queryType, ...METRICS.initial };
  }

  override filterQuery(query: SavedQuery): boolean {
    // what is not known here is for the backend to refuse, with a reason
    return !query.hide && (isNewer(query) || (kindOf(query)?.isComplete(query) ?? true));
  }

  override getQueryDisplayText(query: SavedQuery): string {
    return query.query ?? '';
  }

  override applyTemplateVariables(query: SavedQuery, scopedVars: ScopedVars, filters: AdHocVariableFilter[] = []) {
    return applied(query, scopedVars, getTemplateSrv(), filters);
  }

  override interpolateVariablesInQueries(
    queries: SavedQuery[],
    scopedVars: ScopedVars,
    filters: AdHocVariableFilter[] = []
  ): SavedQuery[] {
    return queries.map((query) => ({
      ...detached(query, scopedVars, getTemplateSrv(), filters),
      datasource: this.getRef(),
    }));
  }

  override getTagKeys(options?: DataSourceGetTagKeysOptions<SavedQuery>): Promise<MetricFindValue[]> {
    return tagKeysOf(this.resources, options?.queries ?? []);
  }

  override getTagValues(options: DataSourceGetTagValuesOptions<SavedQuery>): Promise<MetricFindValue[]> {
    return tagValuesOf(this.resources, options.key, options.queries ?? []);
  }

  /** Adds what was found out of each permission to the backend's message. */
  override async testDatasource(): Promise<TestDataSourceResponse> {
    const result = await this.callHealthCheck();
    const lines = healthLines(result.details).join('\n');
    return {
      status: result.status === HealthStatus.OK ? 'success' : 'error',
      message: result.message,
      ...(lines && { details: { message: lines, verboseMessage: lines } }),
    };
  }
}

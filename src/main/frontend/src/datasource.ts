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
import { applied, detached } from './query/apply';
import { isNewer } from './query/migrate';
import { tagKeysOf, tagValuesOf } from './query/tags';
import { Resources } from './resources/Resources';
import { healthLines } from './settings/health';
import { MetricsQuery, Settings, VERSION } from './types';
import { VariableSupport } from './variables/VariableSupport';

/** Datadog through Dromedary's backend, which asks and caches; here are only the ways Grafana reaches it. */
export class DataSource extends DataSourceWithBackend<MetricsQuery, Settings> {
  readonly resources = new Resources(this);

  constructor(settings: DataSourceInstanceSettings<Settings>) {
    super(settings);
    this.variables = new VariableSupport(this);
  }

  override getDefaultQuery(): Partial<MetricsQuery> {
    return { version: VERSION, queryType: 'metrics', query: '', format: 'timeseries', editor: 'builder' };
  }

  override filterQuery(query: MetricsQuery): boolean {
    return !query.hide && (isNewer(query) || Boolean(query.query?.trim()));
  }

  override getQueryDisplayText(query: MetricsQuery): string {
    return query.query ?? '';
  }

  override applyTemplateVariables(query: MetricsQuery, scopedVars: ScopedVars, filters: AdHocVariableFilter[] = []) {
    return applied(query, scopedVars, getTemplateSrv(), filters);
  }

  override interpolateVariablesInQueries(
    queries: MetricsQuery[],
    scopedVars: ScopedVars,
    filters: AdHocVariableFilter[] = []
  ): MetricsQuery[] {
    return queries.map((query) => ({
      ...detached(query, scopedVars, getTemplateSrv(), filters),
      datasource: this.getRef(),
    }));
  }

  override getTagKeys(options?: DataSourceGetTagKeysOptions<MetricsQuery>): Promise<MetricFindValue[]> {
    return tagKeysOf(this.resources, options?.queries ?? []);
  }

  override getTagValues(options: DataSourceGetTagValuesOptions<MetricsQuery>): Promise<MetricFindValue[]> {
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

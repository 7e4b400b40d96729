// SPDX-License-Identifier: Apache-2.0
import {
  AbstractQuery,
  AdHocVariableFilter,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceGetTagKeysOptions,
  DataSourceGetTagValuesOptions,
  DataSourceInstanceSettings,
  DataSourceWithLogsContextSupport,
  DataSourceWithQueryExportSupport,
  DataSourceWithQueryImportSupport,
  DataSourceWithQueryModificationSupport,
  DataSourceWithSupplementaryQueriesSupport,
  DataSourceWithToggleableQueryFiltersSupport,
  LogRowContextOptions,
  LogRowModel,
  MetricFindValue,
  QueryFilterOptions,
  QueryFixAction,
  ScopedVars,
  SupplementaryQueryOptions,
  SupplementaryQueryType,
  TestDataSourceResponse,
  ToggleFilterAction,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, HealthStatus } from '@grafana/runtime';
import { lastValueFrom, Observable, of } from 'rxjs';
import { annotationSupport } from './annotations/annotationSupport';
import { isEventProduct } from './events/products';
import {
  BESIDE,
  besideOf,
  contextOf,
  contextRequest,
  isLogs,
  isToggled,
  MODIFICATIONS,
  modified,
  requestBeside,
  toggled,
} from './logs/logs';
import { tail } from './logs/tail';
import { METRICS } from './metrics/kind';
import { applied, detached } from './query/apply';
import { displayText } from './query/display';
import { kindOf } from './query/kinds';
import { isNewer, migrate } from './query/migrate';
import { tagKeysOf, tagValuesOf } from './query/tags';
import { Resources } from './resources/Resources';
import { healthLines } from './settings/health';
import { EventsQuery, SavedQuery, Settings, VERSION } from './types';
import { VariableSupport } from './variables/VariableSupport';

const exchange = () => import(/* webpackChunkName: "exchange" */ './query/exchange');

/** Datadog through Dromedary's backend, which asks and caches; here are only the ways Grafana reaches it. */
export class DataSource
  extends DataSourceWithBackend<SavedQuery, Settings>
  implements
    DataSourceWithSupplementaryQueriesSupport<SavedQuery>,
    DataSourceWithLogsContextSupport<SavedQuery>,
    DataSourceWithToggleableQueryFiltersSupport<SavedQuery>,
    DataSourceWithQueryModificationSupport<SavedQuery>,
    DataSourceWithQueryImportSupport<SavedQuery>,
    DataSourceWithQueryExportSupport<SavedQuery>
{
  readonly resources = new Resources(this);

  constructor(settings: DataSourceInstanceSettings<Settings>) {
    super(settings);
    this.variables = new VariableSupport(this);
    this.annotations = annotationSupport;
  }

  /** Explore's Live button asks for lines as they come in. */
  override query(request: DataQueryRequest<SavedQuery>): Observable<DataQueryResponse> {
    const logs = request.liveStreaming ? request.targets.filter((query) => isLogs(query) && !query.hide) : [];
    if (logs.length === 0) {
      const shown = request.targets.some((query) => !query.hide);
      return shown ? super.query(request) : of({ data: [] });
    }
    const { scopedVars } = request;
    return tail(
      this.uid,
      request,
      logs.map((query) => this.applyTemplateVariables(query, scopedVars))
    );
  }

  getSupportedSupplementaryQueryTypes(): SupplementaryQueryType[] {
    return BESIDE;
  }

  getSupplementaryQuery(options: SupplementaryQueryOptions, query: SavedQuery): SavedQuery | undefined {
    return besideOf(options, query);
  }

  getSupplementaryRequest(
    type: SupplementaryQueryType,
    request: DataQueryRequest<SavedQuery>,
    options?: SupplementaryQueryOptions
  ) {
    return requestBeside(options ?? { type }, request);
  }

  async getLogRowContext(
    row: LogRowModel,
    options?: LogRowContextOptions,
    query?: SavedQuery
  ): Promise<DataQueryResponse> {
    const target = contextOf(row, options, query as EventsQuery | undefined);
    return lastValueFrom(super.query(contextRequest(target, row)));
  }

  async getLogRowContextQuery(row: LogRowModel, options?: LogRowContextOptions, query?: SavedQuery) {
    return contextOf(row, options, query as EventsQuery | undefined);
  }

  toggleQueryFilter(query: SavedQuery, filter: ToggleFilterAction): SavedQuery {
    return isEventProduct(query.queryType) ? toggled(query, filter) : query;
  }

  queryHasFilter(query: SavedQuery, filter: QueryFilterOptions): boolean {
    return isEventProduct(query.queryType) && isToggled(query, filter);
  }

  override modifyQuery(query: SavedQuery, action: QueryFixAction): SavedQuery {
    return isEventProduct(query.queryType) ? modified(query, action) : query;
  }

  getSupportedQueryModifications(): string[] {
    return MODIFICATIONS;
  }

  async importFromAbstractQueries(queries: AbstractQuery[]): Promise<SavedQuery[]> {
    const { imported } = await exchange();
    return queries.map(imported);
  }

  async exportToAbstractQueries(queries: SavedQuery[]): Promise<AbstractQuery[]> {
    const { exported } = await exchange();
    return queries.flatMap((query) => exported(query) ?? []);
  }

  override getDefaultQuery(): Partial<SavedQuery> {
    return { version: VERSION, queryType: METRICS.queryType, ...METRICS.initial };
  }

  override filterQuery(query: SavedQuery): boolean {
    // hidden ones go along, since others may refer to them; what is not known here is for the backend to refuse
    const known = migrate(query);
    return isNewer(known) || (kindOf(known)?.isComplete(known) ?? true);
  }

  override getQueryDisplayText(query: SavedQuery): string {
    return displayText(query);
  }

  override applyTemplateVariables(query: SavedQuery, scopedVars: ScopedVars, filters: AdHocVariableFilter[] = []) {
    return applied(migrate(query), scopedVars, getTemplateSrv(), filters);
  }

  override interpolateVariablesInQueries(
    queries: SavedQuery[],
    scopedVars: ScopedVars,
    filters: AdHocVariableFilter[] = []
  ): SavedQuery[] {
    return queries.map((query) => ({
      ...detached(migrate(query), scopedVars, getTemplateSrv(), filters),
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

// SPDX-License-Identifier: Apache-2.0
import { METRIC_LANGUAGE } from './metricLanguage';
import type { Language } from './monaco';
import { SEARCH_LANGUAGE, SQL_LANGUAGE } from './searchLanguage';

/** What is written in a field: metric queries, searches for events, or SQL. */
export type LanguageName = 'metrics' | 'search' | 'sql';

export const LANGUAGES: Record<LanguageName, Language> = {
  metrics: METRIC_LANGUAGE,
  search: SEARCH_LANGUAGE,
  sql: SQL_LANGUAGE,
};

// SPDX-License-Identifier: Apache-2.0
import { AnnotationQuery } from '@grafana/data';
import { quoted } from '../events/terms';
import { AnnotatedQuery, VERSION } from '../types';

type Annotation = AnnotationQuery<AnnotatedQuery>;

/** What an annotation asks until it is told otherwise: all events. */
export const ALL_EVENTS: Omit<AnnotatedQuery, 'refId'> = {
  version: VERSION,
  queryType: 'events',
  mode: 'annotations',
  query: '',
};

/** Returns the annotation in today's form. Grafana's own Datadog plugin saves the search beside the target, as texts. */
export function opened(saved: Annotation & Record<string, unknown>): Annotation {
  if (saved.target?.queryType) {
    return saved;
  }
  const old: Record<string, unknown> = { ...saved, ...saved.target };
  const priority = old.priority === 'normal' || old.priority === 'low' ? old.priority : undefined;
  const target: AnnotatedQuery = {
    ...ALL_EVENTS,
    refId: saved.target?.refId ?? 'Anno',
    query: typeof old.query === 'string' ? old.query : '',
    ...present('tags', words(old.tags)),
    ...present('sources', words(old.sources)),
    ...(priority && { priority }),
  };
  return { ...saved, target };
}

/** Returns the query to run, with everything it narrows down written into the search text. */
export function asked(query: AnnotatedQuery): AnnotatedQuery {
  const { query: text, tags = [], priority, sources = [] } = query;
  const terms = [
    text.trim() && (tags.length || priority || sources.length ? `(${text.trim()})` : text.trim()),
    sources.length &&
      `source:${sources.length > 1 ? `(${sources.map(quoted).join(' OR ')})` : quoted(sources[0] ?? '')}`,
    priority && `priority:${priority}`,
    ...tags.map((tag) => (tag.includes(':') ? tag : `tags:${quoted(tag)}`)),
  ];
  return { ...query, query: terms.filter(Boolean).join(' ') };
}

/** Words of a text that are separated by commas, or of a list. */
export function words(saved: unknown): string[] {
  const list: unknown[] = typeof saved === 'string' ? saved.split(',') : Array.isArray(saved) ? saved : [];
  return list.map((one) => String(one).trim()).filter((one) => one !== '');
}

function present(name: 'tags' | 'sources', list: string[]): Partial<AnnotatedQuery> {
  return list.length ? { [name]: list } : {};
}

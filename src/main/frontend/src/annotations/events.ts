// SPDX-License-Identifier: Apache-2.0
import { AnnotationQuery } from '@grafana/data';
import { isEventProduct } from '../events/products';
import { quoted } from '../events/terms';
import { isNewer } from '../query/migrate';
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
  if (saved.target && (saved.target.queryType || isNewer(saved.target))) {
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

/** Returns the query to run, with everything it narrows down written into the search text; a newer one as it is. */
export function asked(query: AnnotatedQuery): AnnotatedQuery {
  if (isNewer(query)) {
    return query;
  }
  const text = query.query.trim();
  const more = narrowing(query);
  const search = [text && (more.length ? `(${text})` : text), ...more].filter(Boolean).join(' ');
  return { ...query, mode: 'annotations', query: search };
}

/** Only events have sources and priorities, and only what is searched for events has tags. */
function narrowing({ queryType, tags = [], priority, sources = [] }: AnnotatedQuery): string[] {
  const [source, ...others] = sources.map(quoted);
  const ofEvents = [
    source && `source:${others.length ? `(${[source, ...others].join(' OR ')})` : source}`,
    priority && `priority:${priority}`,
  ];
  return [
    ...(queryType === 'events' ? ofEvents : []),
    ...(isEventProduct(queryType) ? tags.map((tag) => (tag.includes(':') ? tag : `tags:${quoted(tag)}`)) : []),
  ].filter((term): term is string => Boolean(term));
}

/** Words of a text that are separated by commas, or of a list. */
export function words(saved: unknown): string[] {
  const list: unknown[] = typeof saved === 'string' ? saved.split(',') : Array.isArray(saved) ? saved : [];
  return list.map((one) => String(one).trim()).filter((one) => one !== '');
}

function present(name: 'tags' | 'sources', list: string[]): Partial<AnnotatedQuery> {
  return list.length ? { [name]: list } : {};
}

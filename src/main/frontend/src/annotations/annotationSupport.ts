// SPDX-License-Identifier: Apache-2.0
import { AnnotationSupport } from '@grafana/data';
import { lazily } from '../controls/lazily';
import { AnnotatedQuery, SavedQuery } from '../types';
import { ALL_EVENTS, asked, opened } from './events';

const AnnotationEditor = lazily(
  () => import(/* webpackChunkName: "annotations" */ './AnnotationEditor').then((module) => module.AnnotationEditor),
  176
);

const support: AnnotationSupport<AnnotatedQuery> = {
  QueryEditor: AnnotationEditor as AnnotationSupport<AnnotatedQuery>['QueryEditor'],
  getDefaultQuery: () => ALL_EVENTS,
  prepareAnnotation: opened,
  prepareQuery: ({ target }) => target && asked({ ...ALL_EVENTS, ...target }),
};

/** Annotations from Datadog. Only their own queries reach it, whatever others the data source has. */
export const annotationSupport = support as unknown as AnnotationSupport<SavedQuery>;

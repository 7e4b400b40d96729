// SPDX-License-Identifier: Apache-2.0
import { render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { fakeDatasource } from '../../testing/datasource';
import { user } from '../../testing/user';
import { AnnotatedQuery } from '../types';
import { AnnotationEditor } from './AnnotationEditor';

function show(query: Partial<AnnotatedQuery>) {
  const { datasource } = fakeDatasource();
  const saved: AnnotatedQuery[] = [];
  const onRunQuery = jest.fn();
  function Host() {
    const [current, setCurrent] = useState({ refId: 'Anno', ...query } as AnnotatedQuery);
    const onChange = (changed: AnnotatedQuery) => {
      saved.push(changed);
      setCurrent(changed);
    };
    return <AnnotationEditor {...{ query: current, datasource, onChange, onRunQuery }} />;
  }
  render(<Host />);
  return { saved, onRunQuery, last: () => saved[saved.length - 1] };
}

describe('the annotation editor', () => {
  it('saves what narrows the events down, each in a field of its own', async () => {
    const { last, onRunQuery } = show({});
    await user.type(screen.getByRole('textbox', { name: 'Search' }), 'deploy{Enter}');
    await user.type(screen.getByRole('textbox', { name: 'Sources' }), 'github, chef{Enter}');
    await user.click(screen.getByRole('combobox', { name: 'Priority' }));
    await user.click(await screen.findByRole('option', { name: 'low' }));
    await user.type(screen.getByRole('textbox', { name: 'Tags' }), 'env:prod{Enter}');
    expect(last()).toEqual({
      refId: 'Anno',
      version: 1,
      queryType: 'events',
      mode: 'annotations',
      query: 'deploy',
      sources: ['github', 'chef'],
      priority: 'low',
      tags: ['env:prod'],
    });
    expect(onRunQuery).toHaveBeenCalledTimes(4);
  });

  it('shows what was saved and changes nothing by itself', () => {
    const { saved } = show({ query: 'a', tags: ['x:y', 'z'], priority: 'normal' });
    expect(screen.getByRole('textbox', { name: 'Tags' })).toHaveValue('x:y, z');
    expect(screen.getByRole('combobox', { name: 'Priority' })).toHaveValue('normal');
    expect(saved).toEqual([]);
  });
});

describe('an annotation of something else', () => {
  it('is chosen, and narrowed down as that can be', async () => {
    const { last } = show({ query: 'deploy', tags: ['env:prod'] });
    await user.click(screen.getByRole('combobox', { name: 'Show' }));
    await user.click(await screen.findByRole('option', { name: /^Monitors/ }));
    expect(last()).toMatchObject({ queryType: 'monitors', mode: 'annotations' });
    expect(screen.queryByRole('textbox', { name: 'Tags' })).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Sources' })).not.toBeInTheDocument();
  });

  it.each([
    [{ version: 7, queryType: 'events' }, /saved by a newer Dromedary \(version 7\)/],
    [{ queryType: 'comets' }, /Unknown kind of annotation: comets/],
  ])('is shown and left alone where it is not known: %j', (query, text) => {
    const { saved } = show({ ...query, query: 'x' });
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});

describe('annotations of the data source', () => {
  const { datasource } = fakeDatasource();
  const annotation = { name: 'Deploys', enable: true, iconColor: 'red' };

  it('run without any search text', () => {
    const target = { refId: 'Anno', ...datasource.annotations?.getDefaultQuery?.() };
    const query = datasource.annotations?.prepareQuery?.({ ...annotation, target });
    expect(query).toMatchObject({ queryType: 'events', mode: 'annotations', query: '' });
    expect(datasource.filterQuery(query as AnnotatedQuery)).toBe(true);
  });

  it('take values of variables along', () => {
    const target = { refId: 'Anno', queryType: 'events', query: 'service:web', tags: ['env:$env'] };
    const query = datasource.annotations?.prepareQuery?.({ ...annotation, target });
    const scoped = { env: { text: 'prod', value: 'prod' } };
    expect(datasource.applyTemplateVariables(query as AnnotatedQuery, scoped)).toMatchObject({
      query: '(service:web) env:$env',
      variables: { env: ['prod'] },
    });
  });
});

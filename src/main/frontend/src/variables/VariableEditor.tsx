// SPDX-License-Identifier: Apache-2.0
import { QueryEditorProps } from '@grafana/data';
import { Combobox, InlineField } from '@grafana/ui';
import React from 'react';
import { CommitInput } from '../controls/CommitInput';
import { Fitting } from '../controls/Fitting';
import { NamePicker } from '../controls/NamePicker';
import type { DataSource } from '../datasource';
import { PRODUCTS } from '../events/products';
import { COMMON_METRIC } from '../query/tags';
import { SavedQuery, Settings } from '../types';
import { describeVariable, KINDS, readVariable, VariableQuery } from './query';

type Props = QueryEditorProps<DataSource, SavedQuery, Settings, VariableQuery>;

const LABEL = 16;
const PRODUCT_OPTIONS = PRODUCTS.map(({ queryType, label }) => ({ value: queryType, label }));
const OPTIONS = KINDS.map(({ value, label, description }) => ({ value, label, description }));

/** Chooses what a variable lists. Grafana adds regex, sort order and preview. */
export function VariableEditor({ query, onChange, datasource }: Props) {
  const variable = readVariable(query);
  const metric = variable.metric || COMMON_METRIC;
  const fields = KINDS.find((kind) => kind.value === variable.kind)?.fields ?? [];
  const change = (part: Partial<VariableQuery>) => {
    const changed = { ...variable, ...part };
    // the second argument is what lists of variables show, for Grafana versions that ask for it
    (onChange as (query: VariableQuery, text: string) => void)(changed, describeVariable(changed));
  };

  return (
    <Fitting width={66}>
      <InlineField label="List" grow labelWidth={LABEL} tooltip="What the variable lets people choose from">
        <Combobox
          id="dromedary-variable-kind"
          options={OPTIONS}
          value={variable.kind}
          onChange={({ value }) => change({ kind: value })}
        />
      </InlineField>
      {fields.includes('metric') && (
        <InlineField label="Metric" grow labelWidth={LABEL} tooltip={`Whose tags. Left empty: ${COMMON_METRIC}`}>
          <NamePicker
            label="Metric"
            value={variable.metric ?? ''}
            placeholder={COMMON_METRIC}
            load={(text) => datasource.resources.metrics({ query: text, limit: 1000 })}
            onChange={(name) => change({ metric: name })}
          />
        </InlineField>
      )}
      {fields.includes('key') && (
        <InlineField label="Tag" grow labelWidth={LABEL} tooltip="Key of the tag whose values are listed">
          <NamePicker
            label="Tag"
            value={variable.key ?? ''}
            placeholder="Choose, such as host"
            load={(text) => datasource.resources.tagKeys(metric, { query: text })}
            onChange={(name) => change({ key: name })}
          />
        </InlineField>
      )}
      {fields.includes('scope') && (
        <InlineField
          label="Where"
          grow
          labelWidth={LABEL}
          tooltip="Filters that the values have to fit, such as env:$env. This chains variables"
        >
          <CommitInput
            label="Where"
            value={variable.scope ?? ''}
            placeholder="env:$env"
            onCommit={(scope) => change({ scope })}
          />
        </InlineField>
      )}
      {fields.includes('product') && (
        <InlineField label="Product" grow labelWidth={LABEL} tooltip="Whose facets">
          <Combobox
            id="dromedary-variable-product"
            options={PRODUCT_OPTIONS}
            value={variable.product ?? 'logs'}
            onChange={({ value }) => change({ product: value })}
          />
        </InlineField>
      )}
      {fields.includes('facet') && (
        <InlineField label="Facet" grow labelWidth={LABEL} tooltip="The facet whose values are listed">
          <NamePicker
            label="Facet"
            value={variable.key ?? ''}
            placeholder="Choose, such as service"
            load={(text) => datasource.resources.facets(variable.product ?? 'logs', { query: text })}
            onChange={(name) => change({ key: name })}
          />
        </InlineField>
      )}
      {fields.includes('env') && (
        <InlineField label="Env" grow labelWidth={LABEL} tooltip="Empty: all environments">
          <NamePicker
            label="Env"
            value={variable.env ?? ''}
            placeholder="all"
            load={(text) => datasource.resources.envs({ query: text })}
            onChange={(env) => change({ env })}
          />
        </InlineField>
      )}
      {fields.includes('filter') && (
        <InlineField label="Name has" grow labelWidth={LABEL} tooltip="Part of the name; a variable may stand here">
          <CommitInput
            label="Name has"
            value={variable.filter ?? ''}
            placeholder="everything"
            onCommit={(filter) => change({ filter })}
          />
        </InlineField>
      )}
    </Fitting>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, FieldSet, Input } from '@grafana/ui';
import React from 'react';
import { Choice } from '../controls/Choice';
import { Fitting } from '../controls/Fitting';
import { Secrets, Settings } from '../types';
import { Options, useEdits, withSettings } from './edits';
import { KeyFields } from './KeyFields';
import { NetworkFields } from './NetworkFields';
import { QueryFields } from './QueryFields';
import { chosenSite, CUSTOM, SANDBOX, SITES, withSite } from './sites';
import { urlProblem } from './validation';

export type ConfigProps = DataSourcePluginOptionsEditorProps<Settings, Secrets>;

const CHOICES = [
  { value: SANDBOX, label: 'Sandbox', description: 'Demo data: no account, no keys, no network' },
  ...SITES.map(({ name, domain, where }) => ({ value: domain, label: `${name} (${domain})`, description: where })),
  { value: CUSTOM, label: 'Custom URL', description: 'A proxy, or a site that is not listed' },
];

/** The settings of a data source. Those that were provisioned can only be looked at. */
export function ConfigEditor({ options, onOptionsChange }: ConfigProps) {
  const edit = useEdits(options, onOptionsChange);
  const fields = { options, edit };
  const { jsonData, readOnly } = options;
  const choice = chosenSite(jsonData, options.url);
  const known = choice === '' || CHOICES.some((one) => one.value === choice);
  const url = jsonData.url ?? options.url ?? '';
  const invalidUrl = urlProblem(url);

  return (
    <Fitting width={64}>
      <FieldSet label="Datadog">
        <Field
          label="Site"
          description="Where your account is. It is part of the address at which you look at Datadog."
          invalid={!known}
          error="Datadog has no such site"
        >
          <Choice
            id="dromedary-site"
            disabled={readOnly}
            placeholder="Choose a site"
            options={CHOICES}
            value={choice}
            onChange={(value) => edit((latest) => atSite(latest, value))}
          />
        </Field>
        {choice === CUSTOM && (
          <Field
            label="URL"
            description="Root of the API, such as https://datadog-proxy.example/eu"
            invalid={invalidUrl !== ''}
            error={invalidUrl}
          >
            <Input
              id="dromedary-url"
              type="url"
              disabled={readOnly}
              value={url}
              placeholder="https://"
              onChange={({ currentTarget: { value } }) => edit((latest) => withSettings(latest, { url: value }))}
            />
          </Field>
        )}
      </FieldSet>
      {choice !== SANDBOX && (
        <>
          <KeyFields {...fields} site={choice} />
          <QueryFields {...fields} site={choice} />
        </>
      )}
      <NetworkFields {...fields} sandbox={choice === SANDBOX} />
    </Fitting>
  );
}

function atSite(options: Options, site: string): Options {
  return { ...options, url: site === CUSTOM ? options.url : '', jsonData: withSite(options.jsonData, site) };
}

// SPDX-License-Identifier: Apache-2.0
import { Field, FieldSet, Input, RadioButtonGroup, Switch } from '@grafana/ui';
import React from 'react';
import { Settings } from '../types';
import { FieldsProps, withSettings } from './edits';
import { pagesOf } from './sites';
import { pagesProblem } from './validation';

const RATE_LIMIT = [
  { value: 'wait', label: 'Wait', description: "Wait once for the limit's reset, if it is near" },
  { value: 'fail', label: 'Fail', description: "Fail at once, with the limit's name and the seconds until its reset" },
];

/** What queries do at a rate limit, and where the cells of their answers lead. Nothing of it applies to the sandbox. */
export function QueryFields({ options, edit, site }: FieldsProps & { site: string }) {
  const { jsonData, readOnly } = options;
  const change = (part: Partial<Settings>) => edit((latest) => withSettings(latest, part));
  const rateLimit =
    String(jsonData.rateLimit ?? '')
      .trim()
      .toLowerCase() || 'wait';
  const links = String(jsonData.dataLinks ?? true).trim() !== 'false';
  const invalidPages = pagesProblem(jsonData.appUrl ?? '');

  return (
    <FieldSet label="Queries">
      <Field
        label="When a rate limit is used up"
        description="Wait for its reset once, if that is near; or fail at once and say when it can be asked again"
        disabled={readOnly}
        invalid={RATE_LIMIT.every(({ value }) => value !== rateLimit)}
        error="Choose one: the saved word is neither wait nor fail"
      >
        <RadioButtonGroup
          aria-label="When a rate limit is used up"
          options={RATE_LIMIT}
          value={rateLimit}
          onChange={(value) => change({ rateLimit: value })}
        />
      </Field>
      <Field
        label="Links to Datadog"
        description="Names and ids in tables and logs open their page in Datadog"
        disabled={readOnly}
      >
        <Switch
          id="dromedary-dataLinks"
          value={links}
          onChange={(event) => change({ dataLinks: event.currentTarget.checked })}
        />
      </Field>
      {links && (
        <Field
          label="Address of Datadog's pages"
          description="Where these links lead, if your account has a sub-domain of its own or you use a custom URL"
          disabled={readOnly}
          invalid={invalidPages !== ''}
          error={invalidPages}
        >
          <Input
            id="dromedary-appUrl"
            type="url"
            placeholder={pagesOf(site, '') ?? 'https://acme.datadoghq.com'}
            value={jsonData.appUrl ?? ''}
            onChange={(event) => change({ appUrl: event.currentTarget.value || undefined })}
          />
        </Field>
      )}
    </FieldSet>
  );
}

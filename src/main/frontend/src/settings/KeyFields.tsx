// SPDX-License-Identifier: Apache-2.0
import { Field, FieldSet, SecretInput, TextLink } from '@grafana/ui';
import React, { ReactNode } from 'react';
import { FieldsProps, withoutSecret, withSecret } from './edits';
import { pagesOf } from './sites';
import { keyProblem, pagesProblem } from './validation';

/** What the application key must be allowed, and for what. */
const PERMISSIONS = [
  ['timeseries_query', 'metric queries'],
  ['metrics_read', 'names and tags of metrics while typing'],
  ['hosts_read', 'names of hosts while typing'],
];

/** The two keys that Datadog asks for. */
export function KeyFields(props: FieldsProps & { site: string }) {
  const { appUrl = '' } = props.options.jsonData;
  const pages = pagesOf(props.site, pagesProblem(appUrl) ? '' : appUrl);
  return (
    <FieldSet label="Keys">
      <KeyField
        {...props}
        name="apiKey"
        label="API key"
        description={
          <>
            Names your organization. <Link pages={pages} page="api-keys" text="Make one in Datadog" />
          </>
        }
      />
      <KeyField
        {...props}
        name="appKey"
        label="Application key"
        description={
          <>
            Says what may be read; of the same organization.{' '}
            <Link pages={pages} page="application-keys" text="Make one in Datadog" />
            <br />
            {'It needs '}
            {PERMISSIONS.map(([permission, purpose], index) => (
              <React.Fragment key={permission}>
                {index > 0 && ', '}
                <strong>{permission}</strong> ({purpose})
              </React.Fragment>
            ))}
            .
          </>
        }
      />
    </FieldSet>
  );
}

interface KeyFieldProps extends FieldsProps {
  name: 'apiKey' | 'appKey';
  label: string;
  description: ReactNode;
}

function KeyField({ options, edit, name, label, description }: KeyFieldProps) {
  const value = options.secureJsonData?.[name] ?? '';
  const configured = Boolean(options.secureJsonFields?.[name]);
  const problem = configured ? '' : keyProblem(value);
  return (
    <Field
      label={label}
      description={description}
      required
      disabled={options.readOnly}
      invalid={problem !== ''}
      error={problem}
    >
      <SecretInput
        id={`dromedary-${name}`}
        isConfigured={configured}
        value={value}
        placeholder={label}
        autoComplete="off"
        onChange={({ currentTarget: { value: entered } }) => edit((latest) => withSecret(latest, name, entered))}
        onReset={() => edit((latest) => withoutSecret(latest, name))}
      />
    </Field>
  );
}

/** A page of the account's settings; nobody can link to those of a site that is not known. */
function Link({ pages, page, text }: { pages?: string; page: string; text: string }) {
  return pages ? (
    <TextLink href={`${pages}/organization-settings/${page}`} external inline variant="bodySmall">
      {text}
    </TextLink>
  ) : (
    <>Datadog shows it under Organization Settings.</>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Field, SecretTextArea } from '@grafana/ui';
import React from 'react';
import { FieldsProps, withoutSecret, withSecret } from './edits';
import { pemProblem } from './validation';

interface Props extends FieldsProps {
  name: 'tlsCACert' | 'tlsClientCert' | 'tlsClientKey';
  label: string;
  description: string;
}

/** A certificate or key in PEM. */
export function PemField({ options, edit, name, label, description }: Props) {
  const what = name === 'tlsClientKey' ? 'PRIVATE KEY' : 'CERTIFICATE';
  const value = options.secureJsonData?.[name] ?? '';
  const configured = Boolean(options.secureJsonFields?.[name]);
  const problem = configured ? '' : pemProblem(value, what);
  return (
    <Field label={label} description={description} disabled={options.readOnly} invalid={problem !== ''} error={problem}>
      <SecretTextArea
        id={`dromedary-${name}`}
        rows={5}
        cols={64}
        style={{ width: '100%' }}
        isConfigured={configured}
        value={value}
        placeholder={`-----BEGIN ${what}-----`}
        onChange={({ currentTarget: { value: entered } }) => edit((latest) => withSecret(latest, name, entered))}
        onReset={() => edit((latest) => withoutSecret(latest, name))}
      />
    </Field>
  );
}

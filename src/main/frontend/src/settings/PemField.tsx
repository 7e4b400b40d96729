// SPDX-License-Identifier: Apache-2.0
import { Field, SecretTextArea } from '@grafana/ui';
import React from 'react';
import { ConfigProps } from './ConfigEditor';
import { resetSecret, setSecret } from './secrets';
import { pemProblem } from './validation';

interface Props extends ConfigProps {
  name: 'tlsCACert' | 'tlsClientCert' | 'tlsClientKey';
  label: string;
  description: string;
}

/** A certificate or key in PEM. */
export function PemField({ options, onOptionsChange, name, label, description }: Props) {
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
        onChange={(event) => onOptionsChange(setSecret(options, name, event.currentTarget.value))}
        onReset={() => onOptionsChange(resetSecret(options, name))}
      />
    </Field>
  );
}

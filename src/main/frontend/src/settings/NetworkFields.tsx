// SPDX-License-Identifier: Apache-2.0
import { config } from '@grafana/runtime';
import { Field, FieldSet, Input, Switch } from '@grafana/ui';
import React from 'react';
import { Settings } from '../types';
import { FieldsProps, withSettings } from './edits';
import { PemField } from './PemField';
import { timeoutProblem } from './validation';

type Flag = 'tlsSkipVerify' | 'tlsAuthWithCACert' | 'tlsAuth' | 'enableSecureSocksProxy';

/** How Datadog is reached. The sandbox is inside the plugin: nothing of this applies to it but the timeout. */
export function NetworkFields(props: FieldsProps & { sandbox: boolean }) {
  const { options, edit, sandbox } = props;
  const { jsonData, readOnly } = options;
  const change = (part: Partial<Settings>) => edit((latest) => withSettings(latest, part));
  const flag = (name: Flag, label: string, description: string) => (
    <Field label={label} description={description} disabled={readOnly}>
      <Switch
        id={`dromedary-${name}`}
        value={Boolean(jsonData[name])}
        onChange={(event) => change({ [name]: event.currentTarget.checked })}
      />
    </Field>
  );
  const timeout = timeoutProblem(jsonData.timeout);

  return (
    <FieldSet label="Network">
      <Field
        label="Timeout"
        description="Longest wait for one answer of Datadog, in seconds; 30 when empty"
        disabled={readOnly}
        invalid={timeout !== ''}
        error={timeout}
      >
        <Input
          id="dromedary-timeout"
          type="number"
          width={16}
          placeholder="30"
          suffix="s"
          value={jsonData.timeout ?? ''}
          onChange={(event) => change({ timeout: seconds(event.currentTarget.value) })}
        />
      </Field>
      {!sandbox && (
        <>
          {flag(
            'tlsAuthWithCACert',
            'Own certificate authority',
            'For a proxy whose certificate the system does not know'
          )}
          {jsonData.tlsAuthWithCACert && (
            <PemField {...props} name="tlsCACert" label="CA certificate" description="Certificates to trust, PEM" />
          )}
          {flag('tlsAuth', 'Client certificate', 'For a proxy that asks who you are')}
          {jsonData.tlsAuth && (
            <>
              <Field
                label="Server name"
                description="Name expected in the server's certificate, where it is not the host of the URL"
                disabled={readOnly}
              >
                <Input
                  id="dromedary-serverName"
                  value={jsonData.serverName ?? ''}
                  onChange={(event) => change({ serverName: event.currentTarget.value })}
                />
              </Field>
              <PemField {...props} name="tlsClientCert" label="Certificate" description="And the chain above it, PEM" />
              <PemField {...props} name="tlsClientKey" label="Key" description="Without a passphrase, PEM" />
            </>
          )}
          {flag('tlsSkipVerify', 'Skip the check of certificates', 'For tests only: keys may go to anybody')}
          {config.secureSocksDSProxyEnabled &&
            flag(
              'enableSecureSocksProxy',
              'Secure socks proxy',
              "Grafana's private connection. It cannot be used yet: queries say so while this is on"
            )}
        </>
      )}
    </FieldSet>
  );
}

function seconds(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}

// SPDX-License-Identifier: Apache-2.0
import { config } from '@grafana/runtime';
import { fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { user } from '../../testing/user';
import { ConfigEditor } from './ConfigEditor';
import { Options } from './edits';
import { SITES } from './sites';

function show(options: Partial<Options> = {}) {
  const saved: Options[] = [];
  function Host() {
    const [current, setCurrent] = useState({ jsonData: {}, secureJsonFields: {}, url: '', ...options } as Options);
    const onChange = (changed: Options) => {
      saved.push(changed);
      setCurrent(changed);
    };
    return <ConfigEditor options={current} onOptionsChange={onChange} />;
  }
  render(<Host />);
  return { saved, last: () => saved[saved.length - 1] };
}

/** @param keys pressed in the list of sites, which draws only those around the chosen one */
async function chooseSite(keys: string) {
  await user.click(screen.getByRole('combobox', { name: /^Site/ }));
  await user.keyboard(`${keys}{Enter}`);
}

describe('the settings', () => {
  it.each(SITES.map((site) => [site.name, site]))('link to the keys of %s', (_, { domain, app }) => {
    show({ jsonData: { site: domain } });
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      `https://${app}/organization-settings/api-keys`,
      `https://${app}/organization-settings/application-keys`,
    ]);
  });

  it.each([
    [{ site: 'US1', appUrl: 'https://acme.datadoghq.com/' }, 'https://acme.datadoghq.com'],
    [{ url: 'https://proxy.example', appUrl: ' https://acme.datadoghq.eu ' }, 'https://acme.datadoghq.eu'],
    [{ site: 'US1', dataLinks: false, appUrl: 'https://acme.datadoghq.com' }, 'https://acme.datadoghq.com'],
    [{ site: 'EU1', appUrl: 'javascript:alert(1)' }, 'https://app.datadoghq.eu'],
  ])('link to the keys at the address of the account: %j', (jsonData, pages) => {
    show({ jsonData });
    expect(screen.getAllByRole('link')[0]).toHaveAttribute('href', `${pages}/organization-settings/api-keys`);
  });

  it('keep each change, also before Grafana hands the one before it back', () => {
    const saved: Options[] = [];
    const options = { jsonData: {}, secureJsonFields: {}, url: '' } as Options;
    render(<ConfigEditor options={options} onOptionsChange={(changed) => saved.push(changed)} />);
    fireEvent.change(screen.getByLabelText(/^API key/), { target: { value: 'abc' } });
    fireEvent.change(screen.getByLabelText(/^Timeout/), { target: { value: '20' } });
    expect(saved.at(-1)).toMatchObject({ jsonData: { timeout: 20 }, secureJsonData: { apiKey: 'abc' } });
  });

  it('choose a site and take its keys', async () => {
    const { last } = show();
    await chooseSite('EU1{ArrowDown}');
    await user.type(screen.getByLabelText(/^API key/), 'abc');
    await user.type(screen.getByLabelText(/^Application key/), 'def');
    expect(last()).toMatchObject({
      jsonData: { site: 'datadoghq.eu' },
      secureJsonData: { apiKey: 'abc', appKey: 'def' },
    });
  });

  it('ask for nothing but a timeout of the sandbox', async () => {
    const { last } = show({ jsonData: { url: 'https://proxy.example' } });
    await chooseSite('{Home}');
    expect(last()?.jsonData).toEqual({ site: 'sandbox' });
    expect(screen.queryByLabelText(/API key/)).not.toBeInTheDocument();
    expect(screen.queryByRole('radiogroup')).not.toBeInTheDocument();
    expect(screen.queryByLabelText(/Links to Datadog/)).not.toBeInTheDocument();
    expect(screen.queryByLabelText(/Client certificate/)).not.toBeInTheDocument();
    expect(screen.getByLabelText(/Timeout/)).toBeInTheDocument();
  });

  it('take a URL instead, and say what is wrong with it', async () => {
    const { last } = show({ jsonData: { site: 'EU1' } });
    await chooseSite('{End}');
    await user.type(screen.getByLabelText(/^URL/), 'https://app.datadoghq.com');
    expect(screen.getByText(/Choose the site US1 instead/)).toBeInTheDocument();
    expect(last()?.jsonData).toEqual({ url: 'https://app.datadoghq.com' });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('never show a key that is saved, and can forget it', async () => {
    const { last } = show({ jsonData: { site: 'US1' }, secureJsonFields: { apiKey: true, appKey: true } });
    expect(screen.getByLabelText(/^API key/)).toBeDisabled();
    const [reset] = screen.getAllByRole('button', { name: 'Reset' });
    await user.click(reset as HTMLElement);
    expect(last()).toMatchObject({ secureJsonData: { apiKey: '' }, secureJsonFields: { apiKey: false, appKey: true } });
  });

  it('say what is wrong with a key while it is entered', async () => {
    show({ jsonData: { site: 'US1' } });
    await user.type(screen.getByLabelText(/^API key/), '"abc"');
    expect(screen.getByText(/without quotes/)).toBeInTheDocument();
  });

  it('name the permissions that the application key needs', () => {
    show({ jsonData: { site: 'US1' } });
    for (const permission of ['timeseries_query', 'metrics_read', 'hosts_read']) {
      expect(screen.getByText(permission)).toBeInTheDocument();
    }
  });

  it('take a timeout within its bounds', async () => {
    const { last } = show({ jsonData: { site: 'US1' } });
    await user.type(screen.getByLabelText(/Timeout/), '601');
    expect(screen.getByText('More than 0 and at most 600 seconds')).toBeInTheDocument();
    await user.clear(screen.getByLabelText(/Timeout/));
    expect(last()?.jsonData.timeout).toBeUndefined();
  });

  it('wait for rate limits unless told to fail at once', async () => {
    const { last } = show({ jsonData: { site: 'US1' } });
    expect(screen.getByRole('radio', { name: 'Wait' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Fail' }));
    expect(last()?.jsonData).toEqual({ site: 'US1', rateLimit: 'fail' });
    await user.click(screen.getByRole('radio', { name: 'Wait' }));
    expect(last()?.jsonData).toEqual({ site: 'US1', rateLimit: 'wait' });
  });

  it('show what was provisioned for rate limits and links, in any spelling', () => {
    show({ jsonData: { site: 'US1', rateLimit: ' FAIL ', dataLinks: 'false' } });
    expect(screen.getByRole('radio', { name: 'Fail' })).toBeChecked();
    expect(screen.getByLabelText(/Links to Datadog/)).not.toBeChecked();
  });

  it('say when the word for rate limits is unknown', () => {
    show({ jsonData: { site: 'US1', rateLimit: 'retry' } });
    expect(screen.getByText(/neither wait nor fail/)).toBeInTheDocument();
    screen.getAllByRole('radio').forEach((radio) => expect(radio).not.toBeChecked());
  });

  it('link to Datadog until that is switched off', async () => {
    const { last } = show({ jsonData: { site: 'EU1' } });
    expect(screen.getByLabelText(/Links to Datadog/)).toBeChecked();
    expect(screen.getByLabelText(/Address of Datadog's pages/)).toHaveAttribute(
      'placeholder',
      'https://app.datadoghq.eu'
    );
    await user.click(screen.getByLabelText(/Links to Datadog/));
    expect(last()?.jsonData).toEqual({ site: 'EU1', dataLinks: false });
    expect(screen.queryByLabelText(/Address of Datadog's pages/)).not.toBeInTheDocument();
  });

  it('take the sub-domain of an account, and say what is wrong with it', async () => {
    const { last } = show({ jsonData: { site: 'US1' } });
    const pages = screen.getByLabelText(/Address of Datadog's pages/);
    await user.type(pages, 'http://acme.datadoghq.com');
    expect(screen.getByText('Begin with https://')).toBeInTheDocument();
    await user.clear(pages);
    expect(last()?.jsonData.appUrl).toBeUndefined();
    await user.type(pages, 'https://acme.datadoghq.com');
    expect(screen.queryByText('Begin with https://')).not.toBeInTheDocument();
    expect(last()?.jsonData).toEqual({ site: 'US1', appUrl: 'https://acme.datadoghq.com' });
  });

  it('ask for certificates where they are wanted', async () => {
    const { last } = show({ jsonData: { site: 'US1' } });
    await user.click(screen.getByLabelText(/Client certificate/));
    await user.type(screen.getByLabelText(/^Key/), 'no key');
    expect(screen.getByText('Begins with -----BEGIN PRIVATE KEY-----')).toBeInTheDocument();
    await user.click(screen.getByLabelText(/Own certificate authority/));
    expect(screen.getByLabelText(/CA certificate/)).toBeInTheDocument();
    expect(last()?.jsonData).toMatchObject({ tlsAuth: true, tlsAuthWithCACert: true });
  });

  it('offer the secure socks proxy where Grafana has one', () => {
    config.secureSocksDSProxyEnabled = true;
    show({ jsonData: { site: 'US1' } });
    expect(screen.getByLabelText(/Secure socks proxy/)).toBeInTheDocument();
    config.secureSocksDSProxyEnabled = false;
  });

  it('can only be looked at when they are provisioned', () => {
    show({ readOnly: true, jsonData: { site: 'eu1', tlsAuth: true }, secureJsonFields: { apiKey: true } });
    expect(screen.getByRole('combobox', { name: /^Site/ })).toHaveValue('EU1 (datadoghq.eu)');
    const fields = [...document.querySelectorAll('input, textarea')];
    expect(fields.length).toBeGreaterThan(6);
    fields.forEach((field) => expect(field).toBeDisabled());
  });

  it('show a site that does not exist as it was written', () => {
    show({ jsonData: { site: 'mars.datadoghq.com' } });
    expect(screen.getByText('Datadog has no such site')).toBeInTheDocument();
  });
});

// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { chosenSite, CUSTOM, SITES, withSite } from './sites';
import { keyProblem, pagesProblem, pemProblem, timeoutProblem, urlProblem } from './validation';

describe('sites', () => {
  it('are those of the backend', () => {
    const java = readFileSync(resolve(__dirname, '../../../java/io/dromedary/instance/Site.java'), 'utf8');
    const constants = [...java.matchAll(/^ {4}([A-Z0-9_]+)\("([^"]+)", "([^"]+)"\)/gm)];
    expect(constants.map(([, name, domain, app]) => [name?.replace('_', '-'), domain, app])).toEqual(
      SITES.map(({ name, domain, app }) => [name, domain, app])
    );
  });

  it.each([
    [{ site: 'EU1' }, 'datadoghq.eu'],
    [{ site: ' us3.datadoghq.com ' }, 'us3.datadoghq.com'],
    [{ site: 'Sandbox' }, 'sandbox'],
    [{ site: 'mars.datadoghq.com' }, 'mars.datadoghq.com'],
    [{ url: '' }, CUSTOM],
    [{}, ''],
  ])('are read from %j', (settings, choice) => {
    expect(chosenSite(settings)).toBe(choice);
  });

  it('and URLs exclude each other', () => {
    expect(chosenSite({}, 'https://proxy.example')).toBe(CUSTOM);
    expect(withSite({ site: 'EU1', timeout: 5 }, CUSTOM)).toEqual({ url: '', timeout: 5 });
    expect(withSite({ url: 'https://proxy.example' }, 'sandbox')).toEqual({ site: 'sandbox' });
  });
});

describe('validation', () => {
  it.each([
    ['', 'Enter'],
    ['proxy', 'not a URL'],
    ['ftp://proxy.example', 'Begin with https'],
    ['https://user:secret@proxy.example', 'Remove the user name'],
    ['https://proxy.example/?a=1', 'Remove everything'],
    ['https://app.datadoghq.eu', 'EU1'],
  ])('refuses the URL %s', (url, text) => {
    expect(urlProblem(url)).toContain(text);
  });

  it('takes the root of an API', () => {
    expect(urlProblem('https://proxy.example:8443/eu/')).toBe('');
    expect(urlProblem('https://api.datadoghq.eu')).toBe('');
  });

  it.each([
    ['', ''],
    ['https://acme.datadoghq.com/', ''],
    ['https://app.datadoghq.eu', ''],
    ['acme.datadoghq.com', 'not a URL; it looks like https://acme.datadoghq.com'],
    ['http://acme.datadoghq.com', 'Begin with https://'],
    ['javascript:alert(1)', 'Begin with https://'],
    ['https://user@acme.datadoghq.com', 'Remove the user name'],
    ['https://acme.datadoghq.com/?a', 'Remove everything'],
  ])('judges the address of pages %s', (url, problem) => {
    expect(pagesProblem(url)).toContain(problem);
    expect(pagesProblem(url) === '').toBe(problem === '');
  });

  it.each([
    [undefined, true],
    ['', true],
    ['30', true],
    [0.5, true],
    [600, true],
    [601, false],
    [0, false],
    ['x', false],
  ])('judges the timeout %s', (timeout, good) => {
    expect(timeoutProblem(timeout) === '').toBe(good);
  });

  it.each([
    ['', true],
    [' 0123456789abcdef ', true],
    ['two keys', false],
    ['"0123"', false],
    ['ключ', false],
    ['a'.repeat(513), false],
  ])('judges the key %s', (key, good) => {
    expect(keyProblem(key) === '').toBe(good);
  });

  it('tells certificates from keys', () => {
    expect(pemProblem('-----BEGIN CERTIFICATE-----\nabc', 'CERTIFICATE')).toBe('');
    expect(pemProblem('-----BEGIN RSA PRIVATE KEY-----\nabc', 'PRIVATE KEY')).toBe('');
    expect(pemProblem('-----BEGIN CERTIFICATE-----\nabc', 'PRIVATE KEY')).toContain('BEGIN PRIVATE KEY');
    expect(pemProblem('-----BEGIN ENCRYPTED PRIVATE KEY-----', 'PRIVATE KEY')).toContain('passphrase');
  });
});

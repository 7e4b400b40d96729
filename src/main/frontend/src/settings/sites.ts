// SPDX-License-Identifier: Apache-2.0
import { Settings } from '../types';

/** A place where Datadog accounts are. */
export interface Site {
  name: string;
  /** Value of the setting `site`. */
  domain: string;
  /** Where people look at Datadog. */
  app: string;
  /** What the domain does not tell. */
  where: string;
}

export const SITES: Site[] = [
  { name: 'US1', domain: 'datadoghq.com', app: 'app.datadoghq.com', where: 'United States' },
  { name: 'US3', domain: 'us3.datadoghq.com', app: 'us3.datadoghq.com', where: 'United States' },
  { name: 'US5', domain: 'us5.datadoghq.com', app: 'us5.datadoghq.com', where: 'United States' },
  { name: 'EU1', domain: 'datadoghq.eu', app: 'app.datadoghq.eu', where: 'Europe' },
  { name: 'AP1', domain: 'ap1.datadoghq.com', app: 'ap1.datadoghq.com', where: 'Japan' },
  { name: 'AP2', domain: 'ap2.datadoghq.com', app: 'ap2.datadoghq.com', where: 'Australia' },
  { name: 'UK1', domain: 'uk1.datadoghq.com', app: 'uk1.datadoghq.com', where: 'United Kingdom' },
  { name: 'US1-FED', domain: 'ddog-gov.com', app: 'app.ddog-gov.com', where: 'United States, government' },
  { name: 'US2-FED', domain: 'us2.ddog-gov.com', app: 'us2.ddog-gov.com', where: 'United States, government' },
];

export const SANDBOX = 'sandbox';
export const CUSTOM = 'custom';

/** Finds a site by domain or name, in any case, as the backend does: provisioned settings may have either. */
export function findSite(text: string): Site | undefined {
  const wanted = text.trim().toLowerCase();
  return SITES.find((site) => site.domain === wanted || site.name.toLowerCase() === wanted);
}

/**
 * Returns where people look at Datadog, without a trailing slash; undefined where nothing tells.
 *
 * @param appUrl as the settings name it, for accounts with a sub-domain of their own; may be empty
 */
export function pagesOf(site: string, appUrl: string): string | undefined {
  const own = appUrl.trim().replace(/\/+$/, '');
  const app = findSite(site)?.app;
  return own || (app && `https://${app}`);
}

/**
 * Returns what the settings choose: a site's domain, `sandbox`, `custom` for a URL, or nothing yet. A site that is not
 * known is returned as it is written.
 *
 * @param ownUrl the data source's own URL, which counts when the settings name neither site nor URL
 */
export function chosenSite({ site, url }: Settings, ownUrl = ''): string {
  const text = site?.trim() ?? '';
  if (text) {
    return text.toLowerCase() === SANDBOX ? SANDBOX : (findSite(text)?.domain ?? text);
  }
  return url !== undefined || ownUrl ? CUSTOM : '';
}

/** Returns the settings with another choice: site and URL exclude each other. */
export function withSite(settings: Settings, choice: string): Settings {
  const { site: _, url, ...rest } = settings;
  return choice === CUSTOM ? { ...rest, url: url ?? '' } : { ...rest, site: choice };
}

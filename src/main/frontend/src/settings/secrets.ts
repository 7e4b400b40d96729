// SPDX-License-Identifier: Apache-2.0
import { DataSourceSettings } from '@grafana/data';
import { Secrets, Settings } from '../types';

type Options = DataSourceSettings<Settings, Secrets>;

/** Returns the settings with a secret that is being entered. */
export function setSecret(options: Options, name: keyof Secrets, value: string): Options {
  return { ...options, secureJsonData: { ...options.secureJsonData, [name]: value } };
}

/** Returns the settings without a secret that was saved; saving them again removes it. */
export function resetSecret(options: Options, name: keyof Secrets): Options {
  return {
    ...setSecret(options, name, ''),
    secureJsonFields: { ...options.secureJsonFields, [name]: false },
  };
}

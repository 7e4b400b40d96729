// SPDX-License-Identifier: Apache-2.0
import { DataSourceSettings } from '@grafana/data';
import { useLayoutEffect, useRef } from 'react';
import { Secrets, Settings } from '../types';

export type Options = DataSourceSettings<Settings, Secrets>;

/** What fields of the settings are given. */
export interface FieldsProps {
  options: Options;
  /** Changes the settings as they are by then. */
  edit(change: (options: Options) => Options): void;
}

/**
 * Returns what changes settings. Grafana hands changed ones back a moment later, and lists tell their choice late: each
 * change is made to what all changes before it have made, so that none is lost.
 */
export function useEdits(options: Options, onChange: (options: Options) => void): FieldsProps['edit'] {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  }, [options]);
  return (change) => {
    latest.current = change(latest.current);
    onChange(latest.current);
  };
}

/** Returns the settings with some of them changed. */
export function withSettings(options: Options, part: Partial<Settings>): Options {
  return { ...options, jsonData: { ...options.jsonData, ...part } };
}

/** Returns the settings with a secret that is being entered. */
export function withSecret(options: Options, name: keyof Secrets, value: string): Options {
  return { ...options, secureJsonData: { ...options.secureJsonData, [name]: value } };
}

/** Returns the settings without a secret that was saved; saving them again removes it. */
export function withoutSecret(options: Options, name: keyof Secrets): Options {
  return {
    ...withSecret(options, name, ''),
    secureJsonFields: { ...options.secureJsonFields, [name]: false },
  };
}

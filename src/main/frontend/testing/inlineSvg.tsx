// SPDX-License-Identifier: Apache-2.0
import React from 'react';

/** Icons are files of Grafana's server, which is not there in tests. */
export default function InlineSvg({ title }: { title?: string }) {
  return <svg aria-label={title} />;
}

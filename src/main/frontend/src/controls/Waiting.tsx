// SPDX-License-Identifier: Apache-2.0
import { Button, Spinner, Stack, useStyles2 } from '@grafana/ui';
import React from 'react';
import { appearing } from './appearing';

interface Props {
  /** What is waited for. */
  label: string;
  /** What else can be done: the way out of a wait that is too long. */
  action: string;
  /** Of what will be drawn, in pixels: its place is kept. */
  height?: number;
  onCancel(): void;
}

/** Something is on its way from the backend, and need not be waited for. */
export function Waiting({ label, action, height, onCancel }: Props) {
  const className = useStyles2(appearing);
  return (
    <div className={className} style={{ minHeight: height }}>
      <Stack direction="row" alignItems="center" gap={1}>
        <div role="status" aria-label={label}>
          <Spinner />
        </div>
        <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
          {action}
        </Button>
      </Stack>
    </div>
  );
}

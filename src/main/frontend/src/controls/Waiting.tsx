// SPDX-License-Identifier: Apache-2.0
import { Button, Spinner, Stack } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What is waited for. */
  label: string;
  /** What else can be done: the way out of a wait that is too long. */
  action: string;
  onCancel(): void;
}

/** Something is on its way from the backend, and need not be waited for. */
export function Waiting({ label, action, onCancel }: Props) {
  return (
    <Stack direction="row" alignItems="center" gap={1}>
      <div role="status" aria-label={label}>
        <Spinner />
      </div>
      <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
        {action}
      </Button>
    </Stack>
  );
}

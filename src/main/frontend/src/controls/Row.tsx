// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { InlineLabel, Stack, useStyles2 } from '@grafana/ui';
import React, { ReactNode } from 'react';

interface Props {
  label: string;
  /** What is not obvious, shown when the label is pointed at. */
  help?: string;
  children: ReactNode;
}

/** A line of an editor: what it is about, then controls that wrap on narrow screens. */
export function Row({ label, help, children }: Props) {
  const styles = useStyles2(rowStyles);
  return (
    <div className={styles.row} role="group" aria-label={label}>
      <div className={styles.label}>
        <InlineLabel width={14} tooltip={help}>
          {label}
        </InlineLabel>
      </div>
      <div className={styles.controls}>
        <Stack direction="row" wrap="wrap" gap={0.5} alignItems="center">
          {children}
        </Stack>
      </div>
    </div>
  );
}

function rowStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
    }),
    label: css({ flexShrink: 0 }),
    controls: css({
      display: 'flex',
      alignItems: 'center',
      flexGrow: 1,
      minWidth: 0,
      maxWidth: '100%',
      [theme.breakpoints.down('sm')]: { width: '100%' },
      minHeight: theme.spacing(theme.components.height.md),
      '& > *': { minWidth: 0 },
    }),
  };
}

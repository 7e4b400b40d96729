// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { InlineField, useStyles2 } from '@grafana/ui';
import React, { ComponentProps } from 'react';

interface Props {
  label: string;
  /** What is not obvious, shown when the label is pointed at. */
  help?: string;
  /** The id of the control, where it is not that of the child. */
  htmlFor?: string;
  children: ComponentProps<typeof InlineField>['children'];
}

/** A control with its label before it, or above it where both are wider than the screen. */
export function Labelled({ label, help, htmlFor, children }: Props) {
  return (
    <InlineField className={useStyles2(labelledStyles)} label={label} tooltip={help} htmlFor={htmlFor} shrink>
      {children}
    </InlineField>
  );
}

function labelledStyles() {
  return css({ flexWrap: 'wrap', maxWidth: '100%', '& > :last-child': { minWidth: 0, maxWidth: '100%' } });
}

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
  /** Of the label, in steps of 8 pixels, where controls stand below each other; as wide as its text when left out. */
  labelWidth?: number;
  children: ComponentProps<typeof InlineField>['children'];
}

/** A control with its label before it, or above it where both are wider than the screen. */
export function Labelled({ label, help, htmlFor, labelWidth, children }: Props) {
  const styles = useStyles2(labelledStyles);
  const layout = labelWidth === undefined ? { className: styles, shrink: true } : { labelWidth, grow: true };
  return (
    <InlineField {...layout} label={label} tooltip={help} htmlFor={htmlFor}>
      {children}
    </InlineField>
  );
}

function labelledStyles() {
  return css({ flexWrap: 'wrap', maxWidth: '100%', '& > :last-child': { minWidth: 0, maxWidth: '100%' } });
}

// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { KeyboardEvent, RefObject, useLayoutEffect } from 'react';
import { FONT_SIZE, LINE, PADDING } from './layout';

interface Props {
  box: RefObject<HTMLTextAreaElement | null>;
  label: string;
  text: string;
  /** Pixels, without the border. */
  height: number;
  readOnly?: boolean;
  onText(text: string): void;
  /** Told how high it would like to be. */
  onHeight(height: number): void;
  /** Told when letters are being composed by several keys, and when no longer. */
  onComposing(composing: boolean): void;
  /** @param always whether to run a text that has not changed, too */
  onSave(text: string, always: boolean): void;
}

const BORDERS = 2;

/** A query's text without colours and suggestions. */
export function PlainField({ box, label, text, height, readOnly, onText, onHeight, onComposing, onSave }: Props) {
  const className = useStyles2(plainStyles);
  useLayoutEffect(() => {
    const { current } = box;
    if (current) {
      // of its text, not of the field
      current.style.height = '0';
      const wanted = current.scrollHeight;
      current.style.height = `${height + BORDERS}px`;
      onHeight(wanted + BORDERS);
    }
    // once for each text
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave(event.currentTarget.value, true);
    }
  };
  return (
    <textarea
      ref={box}
      className={className}
      style={{ height: height + BORDERS }}
      aria-label={label}
      value={text}
      readOnly={readOnly}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      onKeyDown={onKeyDown}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
      onBlur={({ currentTarget }) => onSave(currentTarget.value, false)}
    />
  );
}

/** As Grafana draws Monaco. */
function plainStyles(theme: GrafanaTheme2) {
  return css({
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    margin: 0,
    padding: `${PADDING.top}px ${PADDING.left}px`,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    background: theme.components.input.background,
    color: theme.colors.text.primary,
    fontFamily: theme.typography.code.fontFamily,
    fontSize: FONT_SIZE,
    lineHeight: `${LINE}px`,
    letterSpacing: 'normal',
    overflowWrap: 'anywhere',
    resize: 'none',
    outline: 'none',
  });
}

// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { KeyboardEvent } from 'react';
import { FONT_SIZE, LEAST, LINE, MOST, PADDING } from './layout';
import type { useHandOver } from './useHandOver';

interface Props {
  box: ReturnType<typeof useHandOver>['plain'];
  label: string;
  text: string;
  readOnly?: boolean;
  onText(text: string): void;
  /** Told when letters are being composed by several keys, and when no longer. */
  onComposing(composing: boolean): void;
  /** @param always whether to run a text that has not changed, too */
  onSave(text: string, always: boolean): void;
}

/** A query's text without colours and suggestions. */
export function PlainField({ box, label, text, readOnly, onText, onComposing, onSave }: Props) {
  const styles = useStyles2(plainStyles);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave(event.currentTarget.value, true);
    }
  };
  return (
    <div className={styles.grid}>
      <textarea
        ref={box}
        className={styles.field}
        aria-label={label}
        value={text}
        readOnly={readOnly}
        rows={1}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={onKeyDown}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
        onBlur={({ currentTarget }) => onSave(currentTarget.value, false)}
      />
      <div className={styles.size} aria-hidden>{`${text}\n`}</div>
    </div>
  );
}

/** Looks as Grafana draws Monaco. The same text, unseen, makes the field as high as it is. */
function plainStyles(theme: GrafanaTheme2) {
  const text = {
    gridArea: '1 / 1',
    boxSizing: 'border-box' as const,
    margin: 0,
    padding: `${PADDING.top}px ${PADDING.left}px`,
    border: `1px solid ${theme.components.input.borderColor}`,
    fontFamily: theme.typography.code.fontFamily,
    fontSize: FONT_SIZE,
    lineHeight: `${LINE}px`,
    letterSpacing: 'normal',
    overflowWrap: 'anywhere' as const,
  };
  return {
    grid: css({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', minHeight: LEAST + 2, maxHeight: MOST + 2 }),
    field: css({
      ...text,
      minHeight: 0,
      borderRadius: theme.shape.radius.default,
      background: theme.components.input.background,
      color: theme.colors.text.primary,
      resize: 'none',
      outline: 'none',
    }),
    size: css({ ...text, visibility: 'hidden', whiteSpace: 'pre-wrap', maxHeight: MOST + 2, overflow: 'hidden' }),
  };
}

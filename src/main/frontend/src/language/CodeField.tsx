// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { FieldValidationMessage, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { Guard } from '../controls/Guard';
import { lazily } from '../controls/lazily';
import { useLatest } from '../controls/useLatest';
import type { Ask } from '../../page/completer';
import type { LanguageName } from './languages';
import { FONT_SIZE, LEAST, LINE, MOST, PADDING } from './layout';
import { PlainField } from './PlainField';
import { useHandOver } from './useHandOver';
import { Check, useProblems } from './useProblems';

interface Props {
  language: LanguageName;
  /** What screen readers call it. */
  label: string;
  value: string;
  /** Shown while it is empty. */
  placeholder: string;
  /** Tells what may be typed; the same function while it would tell the same. */
  ask?: Ask;
  /** Tells what is wrong; the same function while it would tell the same. */
  check?: Check;
  readOnly?: boolean;
  onChange(value: string): void;
  onRun(): void;
}

/** Monaco, which is megabytes, with what it has to know of the language. */
export const MonacoField = lazily(
  () => import(/* webpackChunkName: "code" */ './MonacoField').then((module) => module.MonacoField),
  LEAST
);

/**
 * The field for a query's text. Shift+Enter runs it; so does leaving it changed. Tab leaves it.
 *
 * A plain field of the same look takes what is typed until Monaco has come, and for good where that cannot be had.
 */
export function CodeField({ language, label, value, placeholder, ask, check, readOnly, onChange, onRun }: Props) {
  const styles = useStyles2(fieldStyles);
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const [height, setHeight] = useState(LEAST);
  const { plain, rich, isOver, onReady, onFailure, onComposing } = useHandOver();
  const problems = useProblems(text, check);
  const latest = useLatest({ onChange, onRun, value });
  if (shown !== value) {
    // another text has come from outside, or what was typed has been saved
    setShown(value);
    setText(value);
  }

  const save = (changed: string, always: boolean) => {
    const isNew = changed !== latest.current.value;
    if (isNew) {
      latest.current.onChange(changed);
    }
    if (isNew || always) {
      latest.current.onRun();
    }
  };
  const fit = (wanted: number) => setHeight(Math.min(MOST, Math.max(LEAST, wanted)));
  const common = { label: `${label}. Shift and Enter run it.`, readOnly, onText: setText };

  return (
    <div className={styles.field}>
      <div className={styles.frame}>
        {!rich && (
          <PlainField
            {...common}
            box={plain}
            text={text}
            onComposing={onComposing}
            onSave={(typed, always) => !isOver() && save(typed, always)}
          />
        )}
        <div className={rich ? undefined : styles.coming} aria-hidden={rich ? undefined : true}>
          <Guard onFailure={onFailure}>
            <MonacoField
              {...common}
              language={language}
              value={value}
              problems={problems}
              ask={ask}
              height={height}
              onHeight={fit}
              onReady={onReady}
              onSave={save}
            />
          </Guard>
        </div>
        {text === '' && <div className={styles.placeholder}>{placeholder}</div>}
      </div>
      {problems[0] && <FieldValidationMessage>{problems[0].message}</FieldValidationMessage>}
    </div>
  );
}

function fieldStyles(theme: GrafanaTheme2) {
  return {
    field: css({ width: '100%', minWidth: 0 }),
    frame: css({
      position: 'relative',
      borderRadius: theme.shape.radius.default,
      '&:focus-within': {
        boxShadow: `0 0 0 2px ${theme.colors.background.canvas}, 0 0 0 4px ${theme.colors.primary.main}`,
      },
    }),
    // as wide as it will be, so that Monaco measures right
    coming: css({ position: 'absolute', inset: 0, opacity: 0, pointerEvents: 'none', overflow: 'hidden' }),
    placeholder: css({
      position: 'absolute',
      top: PADDING.top + 1,
      left: PADDING.left + 1,
      pointerEvents: 'none',
      color: theme.colors.text.disabled,
      fontFamily: theme.typography.code.fontFamily,
      fontSize: FONT_SIZE,
      lineHeight: `${LINE}px`,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      maxWidth: '95%',
    }),
  };
}

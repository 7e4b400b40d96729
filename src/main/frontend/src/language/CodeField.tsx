// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { CodeEditor, FieldValidationMessage, Monaco, MonacoEditor, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { useLatest } from '../controls/useLatest';
import { Ask, createCompleter } from '../../page/completer';
import { completeIn, Language, register, underline } from './monaco';
import { Check, useProblems } from './useProblems';

interface Props {
  language: Language;
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

/** Pixels: one line, and about twelve. */
const LEAST = 34;
const MOST = 240;

/** The field for a query's text. Shift+Enter runs it; so does leaving it changed. Tab leaves it. */
export function CodeField({ language, label, value, placeholder, ask, check, readOnly, onChange, onRun }: Props) {
  const styles = useStyles2(fieldStyles);
  const [text, setText] = useState(value);
  const [height, setHeight] = useState(LEAST);
  const [mounted, setMounted] = useState<{ editor: MonacoEditor; monaco: Monaco }>();
  const problems = useProblems(text, check);
  const latest = useLatest({ onChange, onRun, value });

  useEffect(() => {
    if (mounted) {
      underline(mounted.editor, mounted.monaco, problems);
    }
  }, [mounted, problems]);
  useEffect(
    () => (mounted && ask ? completeIn(mounted.editor, mounted.monaco, language, createCompleter(ask)) : undefined),
    [mounted, language, ask]
  );

  const save = (changed: string, always: boolean) => {
    const isNew = changed !== latest.current.value;
    if (isNew) {
      latest.current.onChange(changed);
    }
    if (isNew || always) {
      latest.current.onRun();
    }
  };
  const onMount = (editor: MonacoEditor, monaco: Monaco) => {
    setMounted({ editor, monaco });
    editor.onDidChangeModelContent(() => setText(editor.getValue()));
    editor.onDidContentSizeChange(({ contentHeight }) => setHeight(Math.min(MOST, Math.max(LEAST, contentHeight + 2))));
    editor.onKeyDown((event) => {
      if (event.keyCode === monaco.KeyCode.Tab && !document.querySelector('.suggest-widget.visible')) {
        event.stopPropagation(); // the editor would write a tab; the browser goes to the next field
      }
      if (event.keyCode === monaco.KeyCode.Enter && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        save(editor.getValue(), true);
      }
    });
  };

  return (
    <div className={styles.field}>
      <CodeEditor
        language={language.id}
        value={value}
        height={height}
        width="100%"
        readOnly={readOnly}
        showMiniMap={false}
        showLineNumbers={false}
        wordWrap
        monacoOptions={{ ...OPTIONS, ariaLabel: `${label}. Shift and Enter run it.` }}
        onBeforeEditorMount={(monaco) => register(monaco, language)}
        onEditorDidMount={onMount}
        onBlur={(changed) => save(changed, false)}
        onSave={(changed) => save(changed, true)}
      />
      {text === '' && <div className={styles.placeholder}>{placeholder}</div>}
      {problems[0] && <FieldValidationMessage>{problems[0].message}</FieldValidationMessage>}
    </div>
  );
}

const OPTIONS = {
  fontSize: 13,
  // suggestions may be taller than the field
  fixedOverflowWidgets: true,
  folding: false,
  renderLineHighlight: 'none' as const,
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  occurrencesHighlight: false,
  wordBasedSuggestions: false,
  suggest: { showWords: false },
  quickSuggestions: { comments: false, other: true, strings: true },
};

function fieldStyles(theme: GrafanaTheme2) {
  return {
    field: css({ position: 'relative', width: '100%', minWidth: 0 }),
    placeholder: css({
      position: 'absolute',
      top: theme.spacing(0.75),
      left: theme.spacing(1.5),
      pointerEvents: 'none',
      color: theme.colors.text.disabled,
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      maxWidth: '95%',
    }),
  };
}

// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { CodeEditor, FieldValidationMessage, Monaco, MonacoEditor, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { useLatest } from '../controls/useLatest';
import { createCompleter } from '../../page/completer';
import { LANGUAGE } from '../language/language';
import { completeIn, register, underline } from '../language/monaco';
import { Resources } from '../resources/Resources';
import { useProblems } from './useProblems';

interface Props {
  value: string;
  resources: Resources;
  /** Of the panel's other queries, which this one may mean. */
  refIds: string[];
  readOnly?: boolean;
  onChange(value: string): void;
  onRun(): void;
}

/** Pixels: one line, and about twelve. */
const LEAST = 34;
const MOST = 240;

/** The field for a query's text. Shift+Enter runs it; so does leaving it changed. Tab leaves it. */
export function CodeField({ value, resources, refIds, readOnly, onChange, onRun }: Props) {
  const styles = useStyles2(fieldStyles);
  const [text, setText] = useState(value);
  const [height, setHeight] = useState(LEAST);
  const [mounted, setMounted] = useState<{ editor: MonacoEditor; monaco: Monaco }>();
  const problems = useProblems(text, resources);
  const latest = useLatest({ onChange, onRun, value, refIds });

  useEffect(() => {
    if (mounted) {
      underline(mounted.editor, mounted.monaco, problems);
    }
  }, [mounted, problems]);
  useEffect(() => {
    if (!mounted) {
      return undefined;
    }
    const ask = createCompleter((query, cursor, signal) =>
      resources.complete(query, cursor, { refIds: latest.current.refIds, variables: variableNames() }, signal)
    );
    return completeIn(mounted.editor, mounted.monaco, ask);
  }, [mounted, resources, latest]);

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
        language={LANGUAGE}
        value={value}
        height={height}
        width="100%"
        readOnly={readOnly}
        showMiniMap={false}
        showLineNumbers={false}
        wordWrap
        monacoOptions={OPTIONS}
        onBeforeEditorMount={register}
        onEditorDidMount={onMount}
        onBlur={(changed) => save(changed, false)}
        onSave={(changed) => save(changed, true)}
      />
      {text === '' && <div className={styles.placeholder}>avg:system.cpu.user&#123;*&#125; by &#123;host&#125;</div>}
      {problems[0] && <FieldValidationMessage>{problems[0].message}</FieldValidationMessage>}
    </div>
  );
}

const OPTIONS = {
  ariaLabel: 'Metric query. Shift and Enter run it.',
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

function variableNames(): string[] {
  return getTemplateSrv()
    .getVariables()
    .map((variable) => variable.name);
}

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

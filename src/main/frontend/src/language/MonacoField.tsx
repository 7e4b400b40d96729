// SPDX-License-Identifier: Apache-2.0
import { CodeEditor, Monaco, MonacoEditor } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { useLatest } from '../controls/useLatest';
import { Ask, createCompleter } from '../../page/completer';
import { Problem } from '../resources/types';
import { LanguageName, LANGUAGES } from './languages';
import { FONT_SIZE, LINE } from './layout';
import { completeIn, register, takeOver, underline } from './monaco';
import type { TakeOver } from './useHandOver';

interface Props {
  language: LanguageName;
  label: string;
  value: string;
  /** Pixels, without the border. */
  height: number;
  problems: Problem[];
  ask?: Ask;
  readOnly?: boolean;
  onText(text: string): void;
  /** Told how high it would like to be. */
  onHeight(height: number): void;
  /** Told once it can be used, and how it takes the place of a plain field. */
  onReady(take: TakeOver): void;
  /** @param always whether to run a text that has not changed, too */
  onSave(text: string, always: boolean): void;
}

/** A query's text with colours, suggestions, and underlined where it is wrong. */
export function MonacoField({ language: name, label, value, height, problems, ask, readOnly, ...events }: Props) {
  const language = LANGUAGES[name];
  const [mounted, setMounted] = useState<{ editor: MonacoEditor; monaco: Monaco }>();
  const latest = useLatest(events);

  useEffect(() => {
    if (mounted) {
      underline(mounted.editor, mounted.monaco, problems);
    }
  }, [mounted, problems]);
  useEffect(
    () => (mounted && ask ? completeIn(mounted.editor, mounted.monaco, language, createCompleter(ask)) : undefined),
    [mounted, language, ask]
  );

  const onMount = (editor: MonacoEditor, monaco: Monaco) => {
    setMounted({ editor, monaco });
    editor.onDidChangeModelContent(() => latest.current.onText(editor.getValue()));
    editor.onDidContentSizeChange(({ contentHeight }) => latest.current.onHeight(contentHeight));
    editor.onKeyDown((event) => {
      if (event.keyCode === monaco.KeyCode.Tab && !document.querySelector('.suggest-widget.visible')) {
        event.stopPropagation(); // the editor would write a tab; the browser goes to the next field
      }
      if (event.keyCode === monaco.KeyCode.Enter && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        latest.current.onSave(editor.getValue(), true);
      }
    });
    latest.current.onReady((field) => takeOver(editor, field));
  };

  return (
    <CodeEditor
      language={language.id}
      value={value}
      height={height}
      width="100%"
      readOnly={readOnly}
      showMiniMap={false}
      showLineNumbers={false}
      wordWrap
      monacoOptions={{ ...OPTIONS, ariaLabel: label }}
      onBeforeEditorMount={(monaco) => register(monaco, language)}
      onEditorDidMount={onMount}
      onBlur={(changed) => latest.current.onSave(changed, false)}
      onSave={(changed) => latest.current.onSave(changed, true)}
    />
  );
}

const OPTIONS = {
  fontSize: FONT_SIZE,
  lineHeight: LINE,
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

// SPDX-License-Identifier: Apache-2.0
import type { Monaco, MonacoEditor, monacoTypes } from '@grafana/ui';
import { Completion, Problem } from '../resources/types';
import { createCompleter } from '../../page/completer';

const OWNER = 'dromedary';

type Complete = ReturnType<typeof createCompleter>;

/** What is written in a field. */
export interface Language {
  id: string;
  /** Both for languages that Grafana does not have. */
  configuration?: monacoTypes.languages.LanguageConfiguration;
  tokens?: monacoTypes.languages.IMonarchLanguage;
  /** Signs after which something else may stand. */
  triggers: string[];
}

/** Tells the editor of the language; it keeps one list of languages for all of Grafana. */
export function register(monaco: Monaco, { id, configuration, tokens }: Language): void {
  if (configuration && tokens && !monaco.languages.getLanguages().some((language) => language.id === id)) {
    monaco.languages.register({ id });
    monaco.languages.setLanguageConfiguration(id, configuration);
    monaco.languages.setMonarchTokensProvider(id, tokens);
  }
}

/** Completes in this editor only: Monaco asks every provider of a language for every editor. Returns how to stop. */
export function completeIn(editor: MonacoEditor, monaco: Monaco, language: Language, complete: Complete) {
  let waiting = 0;
  // left alone, Monaco waits for an answer that is out of date before it asks again
  const typed = editor.onDidChangeModelContent(() => {
    if (waiting) {
      editor.trigger('', 'editor.action.triggerSuggest', { auto: true });
    }
  });
  const provider = monaco.languages.registerCompletionItemProvider(language.id, {
    triggerCharacters: language.triggers,
    provideCompletionItems: async (model, position, _, token) => {
      if (model.id !== editor.getModel()?.id) {
        return { suggestions: [] };
      }
      const text = model.getValue(monaco.editor.EndOfLinePreference.LF);
      const cursor = model.getOffsetAt(position);
      waiting++;
      const items = await complete(text, cursor, token).finally(() => waiting--);
      return { incomplete: true, suggestions: items.map((item, index) => suggestion(item, index, model, monaco)) };
    },
  });
  return () => {
    typed.dispose();
    provider.dispose();
  };
}

/**
 * Takes a plain field's text, cursor and keyboard, as if all of it had been done here: what was typed there can be taken
 * back.
 */
export function takeOver(editor: MonacoEditor, field: HTMLTextAreaElement): void {
  const model = editor.getModel();
  if (!model) {
    return;
  }
  const { value, selectionStart, selectionEnd, selectionDirection } = field;
  if (value !== model.getLinesContent().join('\n')) {
    editor.pushUndoStop();
    editor.executeEdits(OWNER, [{ range: model.getFullModelRange(), text: value }]);
    editor.pushUndoStop();
  }
  if (document.activeElement === field) {
    const ends = [placeIn(value, selectionStart), placeIn(value, selectionEnd)];
    const [anchor, cursor] = selectionDirection === 'backward' ? ends.reverse() : ends;
    if (anchor && cursor) {
      editor.setSelection({
        selectionStartLineNumber: anchor.lineNumber,
        selectionStartColumn: anchor.column,
        positionLineNumber: cursor.lineNumber,
        positionColumn: cursor.column,
      });
    }
    editor.setScrollTop(field.scrollTop);
    editor.focus();
  }
}

/** Returns the place of an offset, by lines and columns from 1. */
function placeIn(text: string, offset: number): monacoTypes.IPosition {
  const lines = text.slice(0, offset).split('\n');
  return { lineNumber: lines.length, column: (lines[lines.length - 1] ?? '').length + 1 };
}

/** Underlines what is wrong. */
export function underline(editor: MonacoEditor, monaco: Monaco, problems: Problem[]): void {
  const model = editor.getModel();
  if (model) {
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      problems.map((problem) => ({
        ...span(problem, model),
        message: problem.message,
        severity: problem.severity === 'warning' ? monaco.MarkerSeverity.Warning : monaco.MarkerSeverity.Error,
      }))
    );
  }
}

function suggestion(item: Completion, index: number, model: monacoTypes.editor.ITextModel, monaco: Monaco) {
  const kinds = monaco.languages.CompletionItemKind;
  const icons: Record<string, monacoTypes.languages.CompletionItemKind> = {
    metric: kinds.Field,
    function: kinds.Function,
    modifier: kinds.Method,
    aggregator: kinds.Class,
    variable: kinds.Variable,
    reference: kinds.Variable,
    keyword: kinds.Keyword,
    operator: kinds.Operator,
    'tag-key': kinds.Property,
    'tag-value': kinds.Constant,
    facet: kinds.Property,
  };
  const range = span(item, model);
  const written = item.insert ?? item.text;
  const goesOn = /[:.(]$/.test(written);
  return {
    label: { label: item.text, description: item.detail },
    kind: icons[item.kind.toLowerCase()] ?? kinds.Value,
    insertText: written,
    ...(goesOn && { command: { id: 'editor.action.triggerSuggest', title: '' } }),
    filterText: model.getValueInRange(range) + item.text,
    // the backend's order: best first
    sortText: String(index).padStart(5, '0'),
    range,
  };
}

function span({ from, to }: { from: number; to: number }, model: monacoTypes.editor.ITextModel) {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

// SPDX-License-Identifier: Apache-2.0
import type { CodeEditor as GrafanasEditor } from '@grafana/ui';
import React, { ComponentProps, KeyboardEvent } from 'react';

type Listener = (event: unknown) => void;

/** Stands in for Monaco, which needs a browser: a text area that tells what Monaco would. */
export function CodeEditor(props: ComponentProps<typeof GrafanasEditor>) {
  const listeners = React.useRef<{ content?: Listener; key?: Listener }>({});
  const field = React.useRef<HTMLTextAreaElement>(null);
  const { onEditorDidMount, onBlur, value, readOnly, monacoOptions } = props;
  React.useEffect(() => {
    const editor = {
      getValue: () => field.current?.value ?? '',
      getModel: () => null,
      onDidChangeModelContent: (listener: Listener) => {
        listeners.current.content ??= listener;
        return { dispose: () => {} };
      },
      onDidContentSizeChange: () => {},
      onKeyDown: (listener: Listener) => (listeners.current.key = listener),
    };
    const monaco = {
      KeyCode: { Enter: 3 },
      languages: { registerCompletionItemProvider: () => ({ dispose: () => {} }) },
    };
    onEditorDidMount?.(editor as never, monaco as never);
    // once, as Monaco does
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <textarea
      key={value}
      ref={field}
      aria-label={monacoOptions?.ariaLabel}
      defaultValue={value}
      readOnly={readOnly}
      onChange={(event) => listeners.current.content?.(event)}
      onBlur={(event) => onBlur?.(event.currentTarget.value)}
      onKeyDown={(event: KeyboardEvent) =>
        listeners.current.key?.({
          keyCode: event.key === 'Enter' ? 3 : 0,
          shiftKey: event.shiftKey,
          preventDefault: () => event.preventDefault(),
          stopPropagation: () => event.stopPropagation(),
        })
      }
    />
  );
}

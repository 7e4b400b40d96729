// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useLatest } from '../controls/useLatest';
import { failureText, Resources } from '../resources/Resources';
import { BuilderModel, emptyModel, writable } from './model';

/** Edits closer together than this are written as one. Milliseconds. */
const PAUSE = 250;

export interface BuilderState {
  /** Null while it is being read, and when the builder cannot show the query. */
  model: BuilderModel | null;
  /** Why there is no model, or why the last edit could not be written. */
  problem: string;
  edit(model: BuilderModel): void;
}

/**
 * Keeps a form and a text the same. The backend translates both ways: a text that was not written here is read, and an
 * edit of the form is written. An edit that cannot be written yet stays in the form; the text keeps its last state.
 */
export function useBuilder(text: string, resources: Resources, onText: (text: string) => void): BuilderState {
  const [model, setModel] = useState<BuilderModel | null>(() => (text.trim() ? null : emptyModel()));
  const [problem, setProblem] = useState('');
  const [edited, setEdited] = useState<BuilderModel | null>(null);
  const written = useRef(text.trim() ? undefined : text);
  const tell = useLatest(onText);

  useEffect(() => {
    if (text === written.current) {
      return undefined;
    }
    const reading = new AbortController();
    read(text, resources, reading.signal).then((result) => {
      if (!reading.signal.aborted) {
        written.current = text;
        setModel(result.model);
        setProblem(result.problem);
        setEdited(null);
      }
    });
    return () => reading.abort();
  }, [text, resources]);

  useEffect(() => {
    const whole = edited && writable(edited);
    if (!whole) {
      return undefined;
    }
    const writing = new AbortController();
    const timer = setTimeout(() => {
      resources.toText(whole, writing.signal).then(
        (result) => {
          if (!writing.signal.aborted) {
            written.current = result;
            setProblem('');
            tell.current(result);
          }
        },
        (failure) => !writing.signal.aborted && setProblem(failureText(failure))
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      writing.abort();
    };
  }, [edited, resources, tell]);

  const edit = (changed: BuilderModel) => {
    setModel(changed);
    setEdited(changed);
  };
  return { model, problem, edit };
}

async function read(text: string, resources: Resources, signal: AbortSignal) {
  if (!text.trim()) {
    return { model: emptyModel(), problem: '' };
  }
  try {
    const { model, reason } = await resources.toModel(text, signal);
    return { model, problem: model ? '' : reason || 'The builder cannot show this query.' };
  } catch (failure) {
    return { model: null, problem: failureText(failure) };
  }
}

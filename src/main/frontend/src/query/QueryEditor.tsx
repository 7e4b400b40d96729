// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { Button, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useId, useRef, useState } from 'react';
import { Choice } from '../controls/Choice';
import { Fitting } from '../controls/Fitting';
import { lazily, preload } from '../controls/lazily';
import { Labelled } from '../controls/Labelled';
import { useKeptFocus } from '../controls/useKeptFocus';
import { SavedQuery, VERSION } from '../types';
import { Kind, KindEditorProps, kindOf, KINDS } from './kinds';
import { isNewer, migrate, opened } from './migrate';
import { Unreadable } from './Unreadable';

const Explain = lazily(
  () => import(/* webpackChunkName: "explain" */ './Explain').then((module) => module.Explain),
  100
);

type Mode = 'code' | 'builder';

const MODES = [
  { value: 'builder' as const, label: 'Builder' },
  { value: 'code' as const, label: 'Code' },
];

/** The editor of one query, whatever it asks: chooses the panel of its kind. */
export function QueryEditor(props: KindEditorProps & { kinds?: Kind[] }) {
  const { query: saved, onChange, onRunQuery, app, kinds = KINDS } = props;
  const [explained, setExplained] = useState(false);
  const query = opened(migrate(saved));
  const kind = kindOf(query, kinds);
  const id = useId();
  const left = useRef<Record<string, SavedQuery>>({});
  const box = useKeptFocus();

  if (isNewer(query) || !kind) {
    return <Unreadable query={query} what="query" kind={query.queryType} />;
  }
  /** Each product speaks a language of its own; what was asked of it before comes back. */
  const choose = (queryType: string) => {
    left.current[kind.queryType] = query;
    const { refId, hide, datasource } = query;
    const initial = kinds.find((one) => one.queryType === queryType)?.initial;
    const begun = left.current[queryType] ?? { version: VERSION, queryType, ...initial };
    onChange({ ...begun, refId, hide, datasource });
  };
  return (
    <Stack ref={box} direction="column" gap={1}>
      <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center" gap={1}>
        {kinds.length > 1 ? (
          <Labelled label="Query type" htmlFor={id}>
            <Fitting width={44} onAttention={() => kinds.forEach(({ Editor }) => void preload(Editor))}>
              <Choice
                id={id}
                options={kinds.map(({ queryType, label, description, group }) => ({
                  value: queryType,
                  label,
                  description,
                  group,
                }))}
                value={kind.queryType}
                onChange={choose}
              />
            </Fitting>
          </Labelled>
        ) : (
          <span />
        )}
        <Stack direction="row" wrap="wrap" alignItems="center" gap={1}>
          <Button
            size="sm"
            fill="text"
            variant="secondary"
            icon={explained ? 'angle-down' : 'angle-right'}
            aria-expanded={explained}
            onClick={() => setExplained(!explained)}
          >
            Explain
          </Button>
          {app !== CoreApp.Explore && (
            <Button size="sm" variant="secondary" icon="play" disabled={!kind.isComplete(query)} onClick={onRunQuery}>
              Run
            </Button>
          )}
          {kind.hasBuilder && (
            <RadioButtonGroup<Mode>
              size="sm"
              aria-label="Editor"
              options={MODES}
              value={query.editor}
              onChange={(editor) => onChange({ ...query, editor })}
            />
          )}
        </Stack>
      </Stack>
      <kind.Editor {...props} query={query} />
      {explained && <Explain {...props} query={query} onClose={() => setExplained(false)} />}
    </Stack>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { CoreApp } from '@grafana/data';
import { Alert, Button, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { Explain } from './Explain';
import { Kind, KindEditorProps, KINDS } from './kinds';
import { isNewer, migrate, opened } from './migrate';

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
  const kind = kinds.find((one) => one.queryType === query.queryType);

  if (isNewer(query) || !kind) {
    return <Unreadable query={query} />;
  }
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center" gap={1}>
        {kinds.length > 1 ? (
          <InlineField label="Query">
            <RadioButtonGroup<string>
              aria-label="Query type"
              options={kinds.map(({ queryType, label }) => ({ value: queryType, label }))}
              value={kind.queryType}
              onChange={(queryType) => onChange({ ...query, queryType: queryType as typeof query.queryType })}
            />
          </InlineField>
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
            <Button size="sm" variant="secondary" icon="play" disabled={!query.query} onClick={onRunQuery}>
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
      {explained && <Explain {...props} query={query} />}
    </Stack>
  );
}

/** A query that this version does not understand is shown and left alone. */
function Unreadable({ query }: { query: KindEditorProps['query'] }) {
  const title = isNewer(query)
    ? `This query was saved by a newer Dromedary (version ${query.version})`
    : `Unknown kind of query: ${query.queryType}`;
  return (
    <Alert severity="warning" title={title}>
      <p>It is kept as it is. Update the plugin to run or change it.</p>
      <pre>{JSON.stringify(query, null, 2)}</pre>
    </Alert>
  );
}

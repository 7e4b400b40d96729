// SPDX-License-Identifier: Apache-2.0
import { InlineField } from '@grafana/ui';
import React, { useId, useState } from 'react';
import { Choice } from '../controls/Choice';
import { CommitInput } from '../controls/CommitInput';
import { AUTO, METHODS, NONE, readRollup, secondsProblem, writeRollup } from './rollup';

interface Props {
  /** `auto`, `none`, or `<method>,<seconds>`. */
  value: string;
  onChange(value: string): void;
}

const FIRST_WIDTH = '60';

const CHOICES = [
  { value: AUTO, label: 'auto', description: 'As wide as suits the panel' },
  { value: NONE, label: "Datadog's", description: 'What Datadog chooses by itself' },
  ...METHODS.map((value) => ({ value, label: value, description: 'Of a width you choose' })),
];

/** How values are combined in time, where the query itself has no `.rollup()`. */
export function RollupFields({ value, onChange }: Props) {
  const id = useId();
  const [problem, setProblem] = useState('');
  const rollup = readRollup(value);
  const commit = (method: string, seconds: string) => {
    const wrong = secondsProblem(seconds);
    setProblem(wrong);
    if (!wrong) {
      onChange(writeRollup({ method, seconds }));
    }
  };

  return (
    <>
      <InlineField label="Rollup" tooltip="How values are combined in time where the query has no .rollup() of its own">
        <Choice
          id={id}
          width={28}
          options={CHOICES}
          value={rollup?.method ?? (value === NONE ? NONE : AUTO)}
          onChange={(chosen) =>
            METHODS.includes(chosen) ? commit(chosen, rollup?.seconds ?? FIRST_WIDTH) : onChange(chosen)
          }
        />
      </InlineField>
      {rollup && (
        <InlineField label="Seconds" invalid={problem !== ''} error={problem}>
          <CommitInput
            id={`${id}-seconds`}
            width={10}
            value={rollup.seconds}
            onCommit={(seconds) => commit(rollup.method, seconds)}
          />
        </InlineField>
      )}
    </>
  );
}

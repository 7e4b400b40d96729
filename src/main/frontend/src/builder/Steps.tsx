// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { Combobox, IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { useEffect, useId, useState } from 'react';
import { Resources } from '../resources/Resources';
import { FunctionInfo, firstStep, functions, modifiers } from './functions';
import { Step } from './model';

interface Props {
  kind: 'function' | 'modifier';
  steps: Step[];
  /** Name of one that has an editor of its own. */
  hidden?: string;
  resources: Resources;
  onChange(steps: Step[]): void;
}

/** Functions as chips with their arguments, and one more to choose. */
export function Steps({ kind, steps, hidden, resources, onChange }: Props) {
  const addId = useId();
  const [known, setKnown] = useState<FunctionInfo[]>([]);
  const load = kind === 'function' ? functions : modifiers;
  useEffect(() => {
    load(resources).then(setKnown, () => setKnown([]));
  }, [load, resources]);

  const add = (name: string) => {
    const info = known.find((one) => one.name === name) ?? { name, parameters: [], detail: '' };
    onChange([...steps, firstStep(info)]);
  };
  return (
    <>
      {steps.map((step, index) =>
        step.name === hidden ? null : (
          <Chip
            key={index}
            step={step}
            info={known.find((one) => one.name === step.name)}
            onChange={(changed) => onChange(steps.map((one, at) => (at === index ? changed : one)))}
            onRemove={() => onChange(steps.filter((_, at) => at !== index))}
          />
        )
      )}
      <span id={addId} hidden>
        Add a {kind}
      </span>
      <Combobox<string>
        aria-labelledby={addId}
        width={20}
        createCustomValue
        placeholder={`+ ${kind}`}
        value={null}
        options={known
          .filter((one) => one.name !== hidden)
          .map((one) => ({ value: one.name, label: one.name, description: one.detail }))}
        onChange={({ value }) => add(value)}
      />
    </>
  );
}

interface ChipProps {
  step: Step;
  info?: FunctionInfo;
  onChange(step: Step): void;
  onRemove(): void;
}

function Chip({ step, info, onChange, onRemove }: ChipProps) {
  const styles = useStyles2(chipStyles);
  const parameters = info?.parameters ?? [];
  const count = Math.max(step.arguments.length, parameters.length);
  const change = (index: number, text: string) => {
    const args = Array.from({ length: count }, (_, at) => (at === index ? text : (step.arguments[at] ?? '')));
    while (args.length && args[args.length - 1] === '') {
      args.pop();
    }
    onChange({ ...step, arguments: args });
  };
  return (
    <span className={styles.chip} role="group" aria-label={`Function ${step.name}`} title={info?.detail}>
      {step.name}
      {Array.from({ length: count }, (_, index) => (
        <Input
          key={index}
          aria-label={`${step.name}: ${parameters[index] ?? `argument ${index + 1}`}`}
          placeholder={parameters[index]}
          width={12}
          value={step.arguments[index] ?? ''}
          onChange={(event) => change(index, event.currentTarget.value)}
        />
      ))}
      <IconButton name="times" size="sm" tooltip={`Remove ${step.name}`} onClick={onRemove} />
    </span>
  );
}

function chipStyles(theme: GrafanaTheme2) {
  return {
    chip: css({
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0, 1),
      minHeight: theme.spacing(theme.components.height.md),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.secondary,
    }),
  };
}

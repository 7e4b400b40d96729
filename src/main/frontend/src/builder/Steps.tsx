// SPDX-License-Identifier: Apache-2.0
import { css } from '@emotion/css';
import { GrafanaTheme2 } from '@grafana/data';
import { IconButton, Input, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { Choice } from '../controls/Choice';
import { Resources } from '../resources/Resources';
import { findSteps, FunctionInfo, firstStep, StepKind } from './functions';
import { Step } from './model';

interface Props {
  kind: StepKind;
  steps: Step[];
  /** Name of one that has an editor of its own. */
  hidden?: string;
  resources: Resources;
  onChange(steps: Step[]): void;
}

/** Functions as chips with their arguments, and one more to choose. */
export function Steps({ kind, steps, hidden, resources, onChange }: Props) {
  // a box whose choice is not kept tells of it again and again: it is, until there is a new box
  const [chosen, setChosen] = useState('');
  const [box, setBox] = useState(0);
  /** How many there were when one was added; what came since takes the keyboard. */
  const [before, setBefore] = useState(Infinity);
  const [known, setKnown] = useState<FunctionInfo[]>([]);
  const names = steps.map((step) => step.name).join(' ');

  useEffect(() => {
    if (!names) {
      return undefined;
    }
    let wanted = true;
    const found = [...new Set(names.split(' '))].map((name) => findSteps(kind, name, resources).catch(() => []));
    Promise.all(found).then((lists) => wanted && setKnown(lists.flat()));
    return () => {
      wanted = false;
    };
  }, [kind, names, resources]);

  const offer = async (text: string) => {
    const found = await findSteps(kind, text, resources);
    return found
      .filter((one) => one.name !== hidden)
      .map((one) => ({ value: one.name, label: one.name, description: one.detail }));
  };
  const add = async (name: string) => {
    setChosen(name);
    const found = await findSteps(kind, name, resources).catch(() => []);
    const info = found.find((one) => one.name === name) ?? { name, parameters: [], detail: '' };
    onChange([...steps, firstStep(info)]);
    setChosen('');
    setBox(box + 1);
    setBefore(steps.length);
  };
  return (
    <>
      {steps.map((step, index) =>
        step.name === hidden ? null : (
          <Chip
            key={index}
            step={step}
            info={known.find((one) => one.name === step.name)}
            autoFocus={index >= before}
            onChange={(changed) => onChange(steps.map((one, at) => (at === index ? changed : one)))}
            onRemove={() => onChange(steps.filter((_, at) => at !== index))}
          />
        )
      )}
      <Choice
        label={`Add a ${kind}`}
        width={28}
        createCustomValue
        placeholder={`+ ${kind}`}
        key={box}
        autoFocus={before < steps.length && !steps[before]?.arguments.length}
        value={chosen}
        options={offer}
        onChange={add}
      />
    </>
  );
}

interface ChipProps {
  step: Step;
  info?: FunctionInfo;
  autoFocus: boolean;
  onChange(step: Step): void;
  onRemove(): void;
}

function Chip({ step, info, autoFocus, onChange, onRemove }: ChipProps) {
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
          autoFocus={autoFocus && index === 0}
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

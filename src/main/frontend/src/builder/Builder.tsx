// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Input, Stack } from '@grafana/ui';
import React, { useId } from 'react';
import { Fitting } from '../controls/Fitting';
import { Row } from '../controls/Row';
import { Waiting } from '../controls/Waiting';
import { Resources } from '../resources/Resources';
import { BuilderModel, withChanged, withoutPart, withPart } from './model';
import { PartEditor } from './PartEditor';
import { useBuilder } from './useBuilder';

interface Props {
  text: string;
  resources: Resources;
  onChange(text: string): void;
  onCode(): void;
}

/** Of the form of one metric, in pixels. */
const HEIGHT = 184;

/** A query as a form. What a form cannot show stays as text, with the reason. */
export function Builder({ text, resources, onChange, onCode }: Props) {
  const { model, problem, edit } = useBuilder(text, resources, onChange);

  if (!model) {
    return problem ? (
      <Alert severity="info" title="This query is shown as text">
        <p>{sentence(problem)}</p>
        <pre>{text}</pre>
        <Button size="sm" variant="secondary" onClick={onCode}>
          Edit as code
        </Button>
      </Alert>
    ) : (
      <Waiting label="Reading the query" action="Edit as code" height={HEIGHT} onCancel={onCode} />
    );
  }
  return (
    <Stack direction="column" gap={1}>
      {model.queries.map((part) => (
        <PartEditor
          key={part.name}
          part={part}
          named={model.queries.length > 1}
          resources={resources}
          onChange={(changed) => edit(withChanged(model, changed))}
          onRemove={model.queries.length > 1 ? () => edit(withoutPart(model, part.name)) : undefined}
        />
      ))}
      <Formula model={model} onChange={edit} />
      {problem && <Alert severity="warning" title={sentence(problem)} />}
    </Stack>
  );
}

interface FormulaProps {
  model: BuilderModel;
  onChange(model: BuilderModel): void;
}

function Formula({ model, onChange }: FormulaProps) {
  const id = useId();
  const more = (
    <Button size="sm" variant="secondary" icon="plus" onClick={() => onChange(withPart(model))}>
      Add a query to calculate with
    </Button>
  );
  if (model.queries.length < 2 && model.formula === '') {
    return <div>{more}</div>;
  }
  const names = model.queries.map((part) => part.name).join(', ');
  return (
    <Row label="Formula" help={`Arithmetic with ${names}, such as a / b * 100`}>
      <Fitting width={50}>
        <Input
          id={id}
          aria-label="Formula"
          value={model.formula}
          placeholder="a / b * 100"
          onChange={(event) => onChange({ ...model, formula: event.currentTarget.value })}
        />
      </Fitting>
      {more}
    </Row>
  );
}

/** The backend's reasons are sentences without capital and full stop. */
function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

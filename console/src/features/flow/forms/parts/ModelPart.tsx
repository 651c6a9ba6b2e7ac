import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../api/problem';
import { useWorkspaceId } from '../../../../api/queries';
import { Field } from '../../../../ui/form/Field';
import { ModelSelect } from '../../../../ui/models/ModelSelect';
import { modelsQuery } from '../../../../ui/models/models';
import { record, text } from '../logic/reading';
import { NumberField } from './NumberField';
import { Part } from './Part';

interface ModelPartProps {
  /** `{provider, name, mode, completion_params}` */
  value: unknown;
  onChange: (value: Record<string, unknown>) => void;
  title?: string;
}

const parameters = [
  { name: 'temperature', min: 0, max: 2, step: 0.1, precision: 2 },
  { name: 'top_p', min: 0, max: 1, step: 0.05, precision: 2 },
  { name: 'max_tokens', min: 1, max: 10_000_000, step: 256, precision: 0 },
  { name: 'presence_penalty', min: -2, max: 2, step: 0.1, precision: 2 },
  { name: 'frequency_penalty', min: -2, max: 2, step: 0.1, precision: 2 },
  { name: 'seed', min: 0, max: 2_147_483_647, step: 1, precision: 0 },
] as const;

/** Which model works, and how. Without one the workspace's own does. */
export function ModelPart({ value, onChange, title }: ModelPartProps) {
  const { t } = useTranslation('flowForms');
  const [isOpen, setOpen] = useState(false);
  const model = record(value);
  const given = record(model.completion_params);
  const id = text(model.name) === '' ? null : `${text(model.provider)}/${text(model.name)}`;
  const known = useQuery(modelsQuery(useWorkspaceId(), 'llm'));
  const isGone = id !== null && known.data !== undefined && !known.data.some((one) => one.id === id);
  const choose = (next: string | null) => {
    const at = next?.indexOf('/') ?? -1;
    onChange({ ...model, mode: text(model.mode) || 'chat', provider: next?.slice(0, at) ?? '', name: next?.slice(at + 1) ?? '' });
  };
  const set = (name: string, next: number | undefined) => {
    const { [name]: _before, ...others } = given;
    onChange({ ...model, completion_params: next === undefined ? others : { ...others, [name]: next } });
  };
  const count = Object.keys(given).length;
  return (
    <Part title={title ?? t('model')}>
      <Field label={t('model.which')}>
        {(control) => <ModelSelect id={control.id} type="llm" value={id} placeholder={t('model.default')} onChange={choose} />}
      </Field>
      {isGone && <p className="md-nf-warn">! {t('model.gone', { model: id })}</p>}
      {known.isError && <p className="md-nf-warn">! {problemText(known.error)}</p>}
      <button type="button" className="md-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '▾' : '▸'} {t('model.parameters')}{count > 0 && ` (${count})`}
      </button>
      {isOpen && (
        <>
          <div className="md-nf-pair">
            {parameters.map(({ name, ...limits }) => (
              <NumberField
                key={name} label={t(`model.${name}`)} {...limits} value={typeof given[name] === 'number' ? given[name] : null}
                placeholder={t('model.by_default')} onClear={() => set(name, undefined)} onChange={(next) => set(name, next)}
              />
            ))}
          </div>
          <Checkbox
            checked={text(model.mode) === 'completion'}
            onChange={(event) => onChange({ ...model, mode: event.target.checked ? 'completion' : 'chat' })}
          >
            {t('model.completion')}
          </Checkbox>
        </>
      )}
    </Part>
  );
}

import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form/Field';

interface ModelParametersProps {
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
}

const parameters = [
  { name: 'temperature', min: 0, max: 2, step: 0.1 },
  { name: 'top_p', min: 0, max: 1, step: 0.05 },
  { name: 'max_tokens', min: 1, max: 10_000_000, step: 256 },
] as const;

/** The model's own settings. An empty one is left to the model; those that stand in no field are kept. */
export function ModelParameters({ value, onChange }: ModelParametersProps) {
  const { t } = useTranslation('apps');
  const set = (name: string, next: number | null) => {
    const { [name]: _before, ...others } = value;
    onChange(next === null ? others : { ...others, [name]: next });
  };
  return (
    <div className="md-build-numbers">
      {parameters.map(({ name, ...limits }) => (
        <Field key={name} label={t(`model.${name}`)}>
          {(control) => (
            <InputNumber
              {...control} {...limits} value={typeof value[name] === 'number' ? value[name] : null}
              placeholder={t('model.by_default')} style={{ width: '100%' }} onChange={(next) => set(name, next)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { useForm, useTypeOf } from '../FormContext';
import { outputsOf } from '../logic/outputs';
import { list, record, text } from '../logic/reading';
import { canFail, canRetry } from '../nodeTypes';
import { NumberField } from './NumberField';
import { Part } from './Part';
import { SwitchPart } from './SwitchPart';
import { TypedValue } from './TypedValue';

/** What happens when the node fails: another try, other values, another way. */
export function Failure() {
  const { data } = useForm();
  return (
    <>
      {canRetry(data.type) && <Retry />}
      {canFail(data.type) && <Strategy />}
    </>
  );
}

function Retry() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const config = record(data.retry_config);
  const set = (part: Record<string, unknown>) => onChange({ retry_config: { max_retries: 3, retry_interval: 1000, ...config, ...part } });
  return (
    <SwitchPart title={t('retry')} isOn={config.retry_enabled === true} onSwitch={(retry_enabled) => set({ retry_enabled })}>
      <div className="md-nf-pair">
        <NumberField label={t('retry.times')} min={1} max={10} value={config.max_retries ?? 3} onChange={(max_retries) => set({ max_retries })} />
        <NumberField
          label={t('retry.interval')} min={100} max={60_000} step={100} value={config.retry_interval ?? 1000} suffix="ms"
          onChange={(retry_interval) => set({ retry_interval })}
        />
      </div>
    </SwitchPart>
  );
}

const strategies = ['none', 'default-value', 'fail-branch'] as const;

function Strategy() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const outputs = outputsOf({ ...data, error_strategy: undefined }, useTypeOf());
  const strategy = strategies.find((one) => one === data.error_strategy) ?? 'none';
  const title = t(record(data.retry_config).retry_enabled === true ? 'failure' : 'failure.once');
  const given = list(data.default_value);
  const valueOf = (name: string) => given.find(({ key }) => key === name)?.value;
  const choose = (next: (typeof strategies)[number]) => onChange({
    error_strategy: next === 'none' ? undefined : next,
    ...(next === 'default-value' && { default_value: outputs.map(({ name, type }) => ({ key: name, type, value: valueOf(name) ?? emptyValue(type) })) }),
  });
  const put = (key: string, type: string, value: unknown) => onChange({
    default_value: outputs.map((output) => (output.name === key
      ? { key, type, value }
      : { key: output.name, type: output.type, value: valueOf(output.name) ?? emptyValue(output.type) })),
  });
  return (
    <Part title={title} help={t(`failure.${strategy}.help`)}>
      <Segmented
        block value={strategy} aria-label={title} onChange={choose}
        options={strategies.map((value) => ({ value, label: t(`failure.${value}`) }))}
      />
      {strategy === 'default-value' && outputs.map(({ name, type }) => (
        <Field key={name} label={name} help={type}>
          {(control) => <TypedValue {...control} type={type} value={valueOf(name)} onChange={(value) => put(name, type, value)} />}
        </Field>
      ))}
    </Part>
  );
}

const emptyValue = (type: string): unknown => {
  if (type === 'number') return 0;
  if (type === 'boolean') return false;
  return type === 'string' ? '' : text(type).startsWith('array') ? '[]' : '{}';
};

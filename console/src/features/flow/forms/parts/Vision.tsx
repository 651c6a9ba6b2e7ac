import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { useForm } from '../FormContext';
import { record, text } from '../logic/reading';
import { VariablePicker } from '../VariablePicker';
import { Choice } from './Choice';
import { SwitchPart } from './SwitchPart';

/** Whether the model is shown pictures, which, and how closely it looks. */
export function Vision() {
  const { t } = useTranslation('flowForms');
  const { data, isChat, onChange } = useForm();
  const vision = record(data.vision);
  const configs = record(vision.configs);
  const set = (part: Record<string, unknown>) => onChange({ vision: { ...vision, enabled: true, configs: { detail: 'high', ...configs, ...part } } });
  return (
    <SwitchPart
      title={t('vision')} help={t('vision.help')} isOn={vision.enabled === true}
      onSwitch={(enabled) => onChange({
        vision: { ...vision, enabled, ...(enabled && { configs: { detail: 'high', variable_selector: isChat ? ['sys', 'files'] : [], ...configs } }) },
      })}
    >
      <Field label={t('vision.files')}>
        {(control) => (
          <VariablePicker
            id={control.id} label={t('vision.files')} value={configs.variable_selector} wanted={['file', 'array[file]']}
            onChange={(variable_selector) => set({ variable_selector })}
          />
        )}
      </Field>
      <Field label={t('vision.detail')} help={t('vision.detail.help')}>
        {(control) => (
          <Choice
            {...control} value={text(configs.detail) || 'high'} onChange={(detail) => set({ detail })}
            options={(['high', 'low'] as const).map((value) => ({ value: value as string, label: t(`vision.detail.${value}`) }))}
          />
        )}
      </Field>
    </SwitchPart>
  );
}

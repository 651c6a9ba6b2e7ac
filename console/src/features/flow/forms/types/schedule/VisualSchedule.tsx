import { Checkbox, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../../ui/form/Field';
import { useForm } from '../../FormContext';
import { record, text, texts } from '../../logic/reading';
import { clockTime, dslTime } from '../../logic/schedule';
import { NumberField } from '../../parts/NumberField';

const frequencies = ['hourly', 'daily', 'weekly', 'monthly'] as const;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const days = [...Array.from({ length: 31 }, (_, at) => at + 1), 'last'] as const;

/** A schedule that is chosen: every hour, day, week or month. */
export function VisualSchedule() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const config = record(data.visual_config);
  const frequency = frequencies.find((one) => one === data.frequency) ?? 'daily';
  const set = (part: Record<string, unknown>) => onChange({ visual_config: { ...config, ...part } });
  return (
    <>
      <Segmented
        block value={frequency} aria-label={t('schedule.frequency')} options={frequencies.map((value) => ({ value, label: t(`schedule.${value}`) }))}
        onChange={(next) => onChange({ frequency: next })}
      />
      {frequency === 'hourly' && (
        <NumberField label={t('schedule.minute')} min={0} max={59} value={config.on_minute ?? 0} onChange={(on_minute) => set({ on_minute })} />
      )}
      {frequency !== 'hourly' && (
        <Field label={t('schedule.time')}>
          {(control) => (
            <Input {...control} type="time" value={clockTime(text(config.time))} onChange={(event) => event.target.value && set({ time: dslTime(event.target.value) })} />
          )}
        </Field>
      )}
      {frequency === 'weekly' && (
        <Checkbox.Group
          value={texts(config.weekdays)} options={weekdays.map((value) => ({ value: value as string, label: t(`schedule.${value}`) }))}
          onChange={(next) => next.length > 0 && set({ weekdays: next })}
        />
      )}
      {frequency === 'monthly' && (
        <Field label={t('schedule.days')} help={t('schedule.days.help')}>
          {(control) => (
            <Select
              id={control.id} mode="multiple" value={Array.isArray(config.monthly_days) ? config.monthly_days as (number | 'last')[] : []}
              style={{ width: '100%' }}
              options={days.map((value) => ({ value, label: value === 'last' ? t('schedule.last') : String(value) }))}
              onChange={(monthly_days: (number | 'last')[]) => monthly_days.length > 0 && set({ monthly_days })}
            />
          )}
        </Field>
      )}
    </>
  );
}

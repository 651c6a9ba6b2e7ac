import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { NodeFormProps } from '../../model/graph';
import { text } from '../logic/reading';
import { cronOf } from '../logic/schedule';
import { Part } from '../parts/Part';
import { NextTimes } from './schedule/NextTimes';
import { VisualSchedule } from './schedule/VisualSchedule';

/** When runs begin by themselves. */
export function ScheduleForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone'));
  const isCron = data.mode === 'cron';
  const zone = text(data.timezone) || 'UTC';
  return (
    <>
      <Part title={t('schedule.when')}>
        <Segmented
          block value={isCron ? 'cron' : 'visual'} aria-label={t('schedule.mode')}
          options={[{ value: 'visual', label: t('schedule.visual') }, { value: 'cron', label: t('schedule.cron') }]}
          onChange={(mode) => onChange({
            mode, ...(mode === 'cron' && text(data.cron_expression) === '' && { cron_expression: cronOf({ ...data, mode: 'visual' }) }),
          })}
        />
        {isCron
          ? (
            <Field label={t('schedule.expression')} help={t('schedule.expression.help')}>
              {(control) => (
                <Input
                  {...control} className="md-mono" value={text(data.cron_expression)} placeholder="0 9 * * 1-5" spellCheck={false}
                  onChange={(event) => onChange({ cron_expression: event.target.value })}
                />
              )}
            </Field>
          )
          : <VisualSchedule />}
        <Field label={t('schedule.zone')}>
          {(control) => (
            <Select
              id={control.id} showSearch value={zone} style={{ width: '100%' }} onChange={(timezone: string) => onChange({ timezone })}
              options={(zones.includes(zone) ? zones : [zone, ...zones]).map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      </Part>
      <NextTimes expression={cronOf(data)} zone={zone} />
    </>
  );
}

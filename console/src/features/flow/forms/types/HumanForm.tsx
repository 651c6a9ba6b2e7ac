import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { freeName, list, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { TemplateEditor } from '../TemplateEditor';
import { Delivery } from './human/Delivery';
import { HumanField } from './human/HumanField';

const styles = ['primary', 'default', 'accent', 'ghost'] as const;
const units = ['hour', 'day'] as const;

/** A form that somebody fills in before the run goes on. */
export function HumanForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const fields = list(data.inputs);
  const names = fields.map(({ output_variable_name }) => text(output_variable_name));
  const actions = list(data.user_actions);
  const words = Object.fromEntries(names.filter(Boolean).map((name) => [`$output.${name}`, t('human.field', { name })]));
  return (
    <>
      <Part title={t('human.content')} help={t('human.content.help')}>
        <TemplateEditor
          label={t('human.content')} hideLabel minRows={6} value={text(data.form_content)} words={words}
          placeholder={t('human.content.placeholder')}
          onChange={(form_content) => onChange({ form_content })}
        />
      </Part>
      <Part title={t('human.fields')} help={t('human.fields.help')}>
        <Rows
          items={fields} isOrdered addLabel={t('human.add_field')} nameOf={(_, at) => names[at]!}
          onChange={(inputs) => onChange({ inputs })}
          add={() => ({ type: 'paragraph', output_variable_name: freeName('field', names), default: { type: 'constant', selector: [], value: '' } })}
          row={(field, set, at) => <HumanField value={field} taken={names.filter((_, other) => other !== at)} onChange={set} />}
        />
      </Part>
      <Part title={t('human.actions')} help={t('human.actions.help')}>
        <Rows
          items={actions} isOrdered least={1} addLabel={t('human.add_action')} nameOf={({ id, title }) => text(title) || text(id)}
          onChange={(user_actions) => onChange({ user_actions })}
          add={() => ({ id: freeName('action', actions.map(({ id }) => text(id))), title: '', button_style: 'default' })}
          row={(action, set) => (
            <>
              <Input
                value={text(action.title)} aria-label={t('human.action')} placeholder={t('human.action')} maxLength={100}
                onChange={(event) => set({ ...action, title: event.target.value })}
              />
              <div className="md-nf-pair">
                <Input
                  className="md-mono" value={text(action.id)} aria-label={t('human.action_id')} placeholder={t('human.action_id')}
                  maxLength={20}
                  status={/^[A-Za-z_]\w*$/.test(text(action.id)) ? undefined : 'error'}
                  onChange={(event) => set({ ...action, id: event.target.value })}
                />
                <Choice
                  label={t('human.style')} value={text(action.button_style) || 'default'}
                  options={styles.map((value) => ({ value: value as string, label: t(`human.style.${value}`) }))}
                  onChange={(button_style) => set({ ...action, button_style })}
                />
              </div>
            </>
          )}
        />
      </Part>
      <Part title={t('human.timeout')} help={t('human.timeout.help')}>
        <div className="md-nf-pair">
          <NumberField
            label={t('human.timeout.after')} min={1} max={data.timeout_unit === 'day' ? 7 : 168} value={data.timeout ?? 36}
            onChange={(timeout) => onChange({ timeout })}
          />
          <div className="md-field">
            <span className="md-soft">{t('human.timeout.unit')}</span>
            <Choice
              label={t('human.timeout.unit')} value={data.timeout_unit === 'day' ? 'day' : 'hour'}
              options={units.map((value) => ({ value, label: t(`human.timeout.${value}`) }))}
              onChange={(timeout_unit) => onChange({ timeout_unit, timeout: timeout_unit === 'day' ? Math.min(7, Number(data.timeout ?? 3)) : data.timeout })}
            />
          </div>
        </div>
      </Part>
      <Delivery />
    </>
  );
}

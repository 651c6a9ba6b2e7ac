import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { NodeFormProps } from '../../model/graph';
import { freeName, list, text, texts } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { Memory } from '../parts/Memory';
import { ModelPart } from '../parts/ModelPart';
import { NameField } from '../parts/NameField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { Vision } from '../parts/Vision';
import { TemplateEditor } from '../TemplateEditor';
import { VariablePicker } from '../VariablePicker';

const types = ['string', 'number', 'boolean', 'select', 'array[string]', 'array[number]', 'array[boolean]', 'array[object]'];
const modes = ['prompt', 'function_call'] as const;

/** Which parameters a model takes out of which text. */
export function ExtractorForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const parameters = list(data.parameters);
  const names = parameters.map(({ name }) => text(name));
  return (
    <>
      <Part title={t('extract.query')}>
        <VariablePicker label={t('extract.query')} value={data.query} wanted={['string', 'number']} onChange={(query) => onChange({ query })} />
      </Part>
      <ModelPart value={data.model} onChange={(model) => onChange({ model })} />
      <Part title={t('extract.parameters')}>
        <Rows
          items={parameters} onChange={(next) => onChange({ parameters: next })} isOrdered addLabel={t('extract.add')}
          empty={t('extract.empty')}
          add={() => ({ name: freeName('param', names), type: 'string', description: '', required: false })}
          nameOf={({ name }) => text(name)}
          row={(one, set, at) => (
            <>
              <div className="md-nf-pair">
                <NameField
                  value={names[at]!} label={t('name')} taken={names.filter((_, other) => other !== at)}
                  onChange={(name) => set({ ...one, name })}
                />
                <Choice
                  label={t('type')} value={text(one.type) === 'bool' ? 'boolean' : text(one.type)}
                  options={types.map((value) => ({ value, label: value }))}
                  onChange={(type) => set({ ...one, type, ...(type === 'select' ? { options: texts(one.options) } : { options: undefined }) })}
                />
              </div>
              {one.type === 'select' && (
                <Select
                  mode="tags" open={false} suffixIcon={null} value={texts(one.options)} aria-label={t('start.options')}
                  placeholder={t('start.options')}
                  onChange={(options: string[]) => set({ ...one, options })}
                />
              )}
              <Input.TextArea
                value={text(one.description)} aria-label={t('extract.description')} placeholder={t('extract.description')}
                autoSize={{ minRows: 1, maxRows: 4 }}
                onChange={(event) => set({ ...one, description: event.target.value })}
              />
              <Checkbox checked={one.required === true} onChange={(event) => set({ ...one, required: event.target.checked })}>{t('required')}</Checkbox>
            </>
          )}
        />
      </Part>
      <Part title={t('instruction')}>
        <TemplateEditor
          label={t('instruction')} hideLabel value={text(data.instruction)} placeholder={t('extract.instruction')}
          onChange={(instruction) => onChange({ instruction })}
        />
        <Field label={t('extract.mode')} help={t(`extract.mode.${data.reasoning_mode === 'function_call' ? 'function_call' : 'prompt'}.help`)}>
          {(control) => (
            <Choice
              {...control} value={modes.find((one) => one === data.reasoning_mode) ?? 'prompt'}
              onChange={(reasoning_mode) => onChange({ reasoning_mode })}
              options={modes.map((value) => ({ value, label: t(`extract.mode.${value}`) }))}
            />
          )}
        </Field>
      </Part>
      <Memory />
      <Vision />
    </>
  );
}

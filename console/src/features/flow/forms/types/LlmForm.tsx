import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { NodeFormProps } from '../../model/graph';
import { isSelector, list, newId, record, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { Memory } from '../parts/Memory';
import { ModelPart } from '../parts/ModelPart';
import { Part } from '../parts/Part';
import { SchemaEditor } from '../parts/SchemaEditor';
import { SwitchPart } from '../parts/SwitchPart';
import { Vision } from '../parts/Vision';
import { VariablePicker } from '../VariablePicker';
import { Prompt } from './llm/Prompt';

const formats = ['tagged', 'separated'] as const;

/** A call of a model. */
export function LlmForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const context = record(data.context);
  return (
    <>
      <ModelPart value={data.model} onChange={(model) => onChange({ model, ...promptFor(model, data.prompt_template) })} />
      <Part title={t('llm.context')} help={t('llm.context.help')}>
        <VariablePicker
          label={t('llm.context')} value={context.enabled === true ? context.variable_selector : []} allowClear
          wanted={['array[object]', 'array[string]', 'string']}
          onChange={(variable_selector) => onChange({ context: { ...context, enabled: isSelector(variable_selector), variable_selector } })}
        />
      </Part>
      <Prompt />
      <Memory hasQuery />
      <Vision />
      <SwitchPart
        title={t('llm.structured')} help={t('llm.structured.help')} isOn={data.structured_output_enabled === true}
        onSwitch={(structured_output_enabled) => onChange({ structured_output_enabled })}
      >
        <SchemaEditor
          value={record(record(data.structured_output).schema)}
          onChange={(schema) => onChange({ structured_output: { ...record(data.structured_output), schema } })}
        />
      </SwitchPart>
      <Part title={t('llm.reasoning')}>
        <Field label={t('llm.reasoning.format')} help={t(`llm.reasoning.${text(data.reasoning_format) === 'separated' ? 'separated' : 'tagged'}.help`)}>
          {(control) => (
            <Choice
              {...control} value={formats.find((one) => one === data.reasoning_format) ?? 'tagged'}
              options={formats.map((value) => ({ value, label: t(`llm.reasoning.${value}`) }))}
              onChange={(reasoning_format) => onChange({ reasoning_format })}
            />
          )}
        </Field>
      </Part>
    </>
  );
}

/** The prompt in the shape of the model's kind: one text where it completes, messages where it chats. */
function promptFor(model: Record<string, unknown>, template: unknown): Record<string, unknown> {
  const isList = Array.isArray(template);
  if ((model.mode === 'completion') !== isList) return {};
  if (!isList) return { prompt_template: [{ id: newId(), role: 'system', ...record(template) }] };
  const { role: _role, id: _id, ...first } = list(template)[0] ?? { text: '' };
  return { prompt_template: { ...first, text: list(template).map(({ text: part }) => text(part)).filter(Boolean).join('\n\n') } };
}

import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { NodeFormProps } from '../../model/graph';
import { agentValue, strategies, withAgentValue } from '../logic/agentTools';
import { record, referenceText, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { Memory } from '../parts/Memory';
import { ModelPart } from '../parts/ModelPart';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { TemplateEditor } from '../TemplateEditor';
import { AgentTools } from './agent/AgentTools';

const known = ['model', 'tools', 'instruction', 'query', 'maximum_iterations'];

/** A model that chooses tools until its task is done. */
export function AgentForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const name = text(data.agent_strategy_name);
  const own = strategies.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const model = record(agentValue(data, 'model'));
  const others = Object.keys(record(data.agent_parameters)).filter((one) => !known.includes(one));
  const set = (parameter: string, value: unknown) => onChange(withAgentValue(data, parameter, value));
  return (
    <>
      <Part title={t('agent.strategy')}>
        <Field label={t('agent.strategy.label')} help={own ? t(`agent.strategy.${own.name}.help`) : undefined}>
          {(control) => (
            <Choice
              {...control} value={own?.name ?? (name || undefined)}
              options={[...strategies.map((one) => ({ value: one.name as string, label: t(`agent.strategy.${one.name}`) })),
                ...(own || name === '' ? [] : [{ value: name, label: text(data.agent_strategy_label) || name }])]}
              onChange={(next) => {
                const chosen = strategies.find((one) => one.name === next);
                if (chosen) {
                  onChange({
                    agent_strategy_name: chosen.name, agent_strategy_label: chosen.label, agent_strategy_provider_name: 'langgenius/agent/agent',
                    plugin_unique_identifier: undefined,
                  });
                }
              }}
            />
          )}
        </Field>
        {!own && name !== '' && <p className="md-nf-warn">! {t('agent.strategy.gone')}</p>}
      </Part>
      {/* Here the model's name stands under another key than in other nodes. */}
      <ModelPart
        value={{ ...model, name: model.model }}
        onChange={({ name: chosen, ...next }) => set('model', { ...next, model: chosen, model_type: 'llm', type: 'model-selector' })}
      />
      <AgentTools />
      <Part title={t('agent.instruction')}>
        <TemplateEditor
          label={t('agent.instruction')} hideLabel minRows={4} value={referenceText(agentValue(data, 'instruction'))}
          placeholder={t('agent.instruction.placeholder')}
          onChange={(value) => set('instruction', value)}
        />
      </Part>
      <Part title={t('agent.query')}>
        <TemplateEditor
          label={t('agent.query')} hideLabel minRows={2} value={referenceText(agentValue(data, 'query'))}
          placeholder={t('agent.query.placeholder')}
          onChange={(value) => set('query', value)}
        />
      </Part>
      {others.length > 0 && (
        <Part title={t('agent.others')}>
          {others.map((parameter) => (
            <TemplateEditor
              key={parameter} label={parameter} minRows={2} value={referenceText(agentValue(data, parameter))}
              onChange={(value) => set(parameter, value)}
            />
          ))}
        </Part>
      )}
      <Part title={t('agent.limit')}>
        <NumberField
          label={t('agent.steps')} help={t('agent.steps.help')} min={1} max={99} value={agentValue(data, 'maximum_iterations') ?? 5}
          onChange={(value) => set('maximum_iterations', value)}
        />
      </Part>
      <Memory />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../../api/queries';
import { Field } from '../../../../ui/form/Field';
import { defaultLlmQuery } from '../../queries';
import { Section, type PartProps } from '../Section';
import { agentModeOf, type AgentMode } from './agentMode';
import { ToolsSection } from './ToolsSection';
import './agent.css';

const inWriting = ['react', 'cot', 'react_router'];

/** How the agent works, and with which tools. */
export function AgentSections({ config, change }: PartProps) {
  const { t } = useTranslation('agent');
  const ws = useWorkspaceId();
  const fallback = useQuery(defaultLlmQuery(ws));
  const mode = agentModeOf(config);
  const set = (part: Partial<AgentMode>) => change({ agent_mode: { ...mode, enabled: true, ...part } });
  const model = config.model?.name ? `${config.model.provider}/${config.model.name}` : fallback.data;

  return (
    <>
      <ToolsSection mode={mode} set={set} />
      <Section title={t('section.strategy')}>
        {model?.startsWith('builtin/') && <p className="md-build-warn">! {t('strategy.builtin')}</p>}
        <Field label={t('strategy.label')}>
          {(control) => (
            <Select
              {...control} value={inWriting.includes(mode.strategy ?? '') ? 'react' : 'function_call'} style={{ width: '100%' }}
              onChange={(strategy) => set({ strategy })}
              options={[
                { value: 'function_call', label: t('strategy.function_call') }, { value: 'react', label: t('strategy.react') },
              ]}
            />
          )}
        </Field>
        <Field label={t('steps.label')} help={t('steps.help')}>
          {(control) => (
            <InputNumber
              {...control} min={1} max={99} precision={0} value={mode.max_iteration ?? 10}
              onChange={(max_iteration) => max_iteration !== null && set({ max_iteration })}
            />
          )}
        </Field>
      </Section>
    </>
  );
}

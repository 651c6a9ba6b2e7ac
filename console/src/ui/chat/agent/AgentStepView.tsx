import { useTranslation } from 'react-i18next';
import { AgentCallView } from './AgentCallView';
import type { AgentStep, AgentWork } from './types';

/** One step: the thought, then what was called. */
export function AgentStepView({ step, work }: { step: AgentStep; work: AgentWork }) {
  const { t } = useTranslation('agent');
  return (
    <li className="md-trail-step">
      {step.thought.trim() !== '' && <p className="md-trail-thought"><span className="md-hidden">{t('step.thought')}</span>{step.thought}</p>}
      {step.calls.map((call) => (
        <AgentCallView
          key={call.id} call={call}
          question={work.questions?.find(({ call_id, status }) => call_id === call.id && status === 'waiting')}
        />
      ))}
    </li>
  );
}

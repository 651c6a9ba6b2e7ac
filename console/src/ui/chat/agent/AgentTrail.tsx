import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../format';
import { questionsAlone, toolSteps } from './agentEvents';
import { AgentStepView } from './AgentStepView';
import { ConfirmationForm } from './ConfirmationForm';
import type { AgentWork } from './types';
import './agent.css';

/** The steps as a column; one line once the answer is there, unless something failed. */
export function AgentTrail({ work, running }: { work: AgentWork; running: boolean }) {
  const { t } = useTranslation('agent');
  const [chosen, setChosen] = useState<boolean>();
  const steps = toolSteps(work);
  const failed = steps.some(({ calls }) => calls.some(({ status }) => status === 'failed'));
  const open = chosen ?? (running || failed);
  const seconds = steps.reduce((sum, step) => sum + (step.duration ?? 0), 0);

  if (steps.length === 0) {
    return (
      <section className="md-trail" aria-label={t('trail.label')}>
        {questionsAlone(work).map((question) => <ConfirmationForm key={question.id} question={question} />)}
      </section>
    );
  }
  return (
    <section className="md-trail" aria-label={t('trail.label')}>
      <button type="button" className="md-trail-head" aria-expanded={open} onClick={() => setChosen(!open)}>
        <span aria-hidden>{open ? '▾' : '▸'}</span>
        {running
          ? t('trail.running', { count: steps.length })
          : t('trail.done', { count: steps.length, time: duration(seconds) })}
        {failed && !open && <span className="md-trail-failed">✕ {t('trail.failed')}</span>}
      </button>
      {open && (
        <ol className="md-trail-steps">
          {steps.map((step) => <AgentStepView key={step.id} step={step} work={work} />)}
        </ol>
      )}
      {!open && work.questions?.some(({ status }) => status === 'waiting') && (
        <ol className="md-trail-steps"><AgentStepView step={steps.at(-1)!} work={work} /></ol>
      )}
    </section>
  );
}

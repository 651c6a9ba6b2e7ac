import { useTranslation } from 'react-i18next';
import { count, duration } from '../../../ui/format';
import { glyphs } from '../../../ui/states/state';
import { isLive } from '../run/runState';
import { faceOfStep } from '../run/stepFace';
import { useRun } from './FlowContext';

/** What became of a node in the run, hanging below its card so that nothing moves. */
export function Ledger({ node }: { node: string }) {
  const { t } = useTranslation('flow');
  const step = useRun((run) => run.latest[node]);
  const round = useRun((run) => run.rounds[node]);
  const isSkipped = useRun((run) => run.status !== undefined && !isLive(run) && run.steps.length > 1 && !run.latest[node]);
  if (!step) return isSkipped ? <div className="md-ledger" data-state="off">{t('step.skipped')}</div> : null;
  const face = faceOfStep(step.status);
  const tokens = Number(step.metadata?.total_tokens ?? 0);
  const facts = [
    step.elapsed === undefined ? t(`step.${step.status}`, { defaultValue: step.status }) : duration(step.elapsed),
    round && `${count(round.done)}${round.of === undefined ? '' : `/${count(round.of)}`}`,
    tokens > 0 && `${count(tokens)} tokens`,
    step.retries > 0 && t('step.retries', { count: step.retries }),
  ];
  return (
    <div className="md-ledger" data-state={face} title={step.error}>
      <span aria-hidden>{glyphs[face]}</span>
      <span className="md-hidden">{t(`step.${step.status}`, { defaultValue: step.status })}</span>
      <span className="md-num md-ellipsis">{facts.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

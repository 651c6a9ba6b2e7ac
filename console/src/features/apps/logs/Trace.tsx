import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count, duration } from '../../../ui/format';
import { StepDetail } from './StepDetail';
import { lanesOf } from './lanes';
import type { TraceStep } from './types';

/** The steps of an answer over its time, each a bar where it began and as long as it took; one opens below its bar. */
export function Trace({ steps }: { steps: readonly TraceStep[] }) {
  const { t } = useTranslation('appLogs');
  const [open, setOpen] = useState<number>();
  if (steps.length === 0) return <p className="md-quiet">{t('trace.none')}</p>;
  const lanes = lanesOf(steps);
  return (
    <ol className="md-steps" aria-label={t('trace')}>
      {steps.map((step, at) => (
        <li key={at} data-kind={step.kind} data-failed={step.error !== null || undefined}>
          <button type="button" aria-expanded={open === at} onClick={() => setOpen(open === at ? undefined : at)}>
            <span className="md-trace-kind">{t(`step.${step.kind}`, { defaultValue: step.kind })}</span>
            <span className="md-trace-lane" aria-hidden>
              <span style={{ insetInlineStart: `${lanes[at]!.from * 100}%`, width: `max(3px, ${lanes[at]!.share * 100}%)` }} />
            </span>
            <span className="md-num md-meta">
              {step.tokens && `${count(step.tokens.prompt_tokens + step.tokens.completion_tokens)} tok · `}{duration(step.duration)}
            </span>
          </button>
          {step.error && <p className="md-log-error">{step.error}</p>}
          {open === at && <StepDetail step={step} />}
        </li>
      ))}
    </ol>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../../ui/format';
import { glyphs } from '../../../ui/states/state';
import { codeOf, familyOf } from '../canvas/looks';
import { linesOf } from './lanes';
import type { HeardEvent } from './RunStore';
import type { RunState, Step } from './runState';
import { StepDetail } from './StepDetail';
import { faceOfStep } from './stepFace';
import './run.css';

interface TraceProps {
  run: RunState;
  /** Milliseconds since 1970: how long what still runs has taken. */
  now: number;
  events: readonly HeardEvent[];
  /** Shows a node on the canvas. */
  onNode?: (id: string) => void;
}

/** The steps of a run over its time, containers with one round of theirs; one opens beside them. */
export function Trace({ run, now, events, onNode }: TraceProps) {
  const { t } = useTranslation('flowRun');
  const [openId, setOpen] = useState<string>();
  const [rounds, setRounds] = useState<Record<string, number | undefined>>({});
  const { lines, length } = linesOf(run.steps, now, (container) => rounds[container]);
  const open = run.steps.find(({ id }) => id === openId);
  if (lines.length === 0) return <p className="md-trace-none md-quiet">{run.status ? t('trace.waiting') : t('trace.none')}</p>;
  return (
    <div className="md-trace-split" data-open={open !== undefined || undefined}>
      <ol className="md-lanes" aria-label={t('trace.steps')}>
        {lines.map(({ step, depth, from, share }) => {
          const face = faceOfStep(step.status);
          const data = { type: step.type, title: step.title };
          return (
            <li key={step.id} data-family={familyOf(data)} data-face={face}>
              <button
                type="button" aria-pressed={step.id === openId} style={{ paddingInlineStart: 12 + depth * 18 }}
                onClick={() => {
                  setOpen(step.id === openId ? undefined : step.id);
                  onNode?.(step.nodeId);
                }}
              >
                <span className="md-lane-name md-ellipsis">
                  <span className="md-state-glyph" data-state={face} aria-hidden>{glyphs[face]}</span> {step.title || step.type}
                  <span className="md-hidden">{t(`flow:step.${step.status}`, { defaultValue: step.status })}</span>
                </span>
                <code>{codeOf(data)}</code>
                <span className="md-lane" aria-hidden><span style={{ insetInlineStart: `${from * 100}%`, width: `max(3px, ${share * 100}%)` }} /></span>
                <span className="md-num md-meta">{step.elapsed === undefined ? duration(Math.max(0, now - step.startedAt) / 1000) : duration(step.elapsed)}</span>
              </button>
              <Rounds step={step} run={run} value={rounds[step.nodeId]} onChange={(round) => setRounds({ ...rounds, [step.nodeId]: round })} />
            </li>
          );
        })}
      </ol>
      {open && <div className="md-trace-detail"><StepDetail key={open.id} step={open} events={events} /></div>}
      <span className="md-hidden">{t('trace.length', { time: duration(length) })}</span>
    </div>
  );
}

interface RoundsProps {
  step: Step;
  run: RunState;
  value: number | undefined;
  onChange: (round: number | undefined) => void;
}

/** Which round of a container is shown. */
function Rounds({ step, run, value, onChange }: RoundsProps) {
  const { t } = useTranslation('flowRun');
  const seen = [...new Set(run.steps.filter(({ container }) => container === step.nodeId).map(({ round }) => round ?? 0))].sort((a, b) => a - b);
  if (seen.length < 2) return null;
  return (
    <select aria-label={t('rounds')} value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}>
      <option value="">{t('rounds.all', { count: seen.length })}</option>
      {seen.map((round) => <option key={round} value={round}>{t('round', { number: round + 1 })}</option>)}
    </select>
  );
}

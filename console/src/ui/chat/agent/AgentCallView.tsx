import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../format';
import { glyphs, type State } from '../../states/state';
import { ConfirmationForm } from './ConfirmationForm';
import type { AgentCall, CallStatus, ToolQuestion } from './types';

const faces: Record<CallStatus, State> = {
  waiting: 'waiting', running: 'running', succeeded: 'succeeded', failed: 'failed', refused: 'stopped', stopped: 'stopped',
};

/** A call: the tool, how long it took, and on demand what went in and what came out. What failed stands open. */
export function AgentCallView({ call, question }: { call: AgentCall; question: ToolQuestion | undefined }) {
  const { t, i18n } = useTranslation('agent');
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? (call.status === 'failed' || call.status === 'refused');
  const label = call.label[i18n.language === 'zh-CN' ? 'zh-CN' : 'en'];
  if (question) return <ConfirmationForm question={question} />;

  return (
    <div className="md-trail-call" data-status={call.status}>
      <button type="button" aria-expanded={open} onClick={() => setChosen(!open)}>
        <span aria-hidden>{call.icon}</span>
        <strong>{label}</strong>
        <span className="md-trail-input">{shortInput(call.input)}</span>
        <span className="md-state" data-state={faces[call.status]}>
          <span className="md-state-glyph" aria-hidden>{glyphs[faces[call.status]]}</span>{t(`call.${call.status}`)}
        </span>
        {call.duration !== null && call.status !== 'refused' && <span className="md-num">{duration(call.duration)}</span>}
      </button>
      {open && (
        <dl>
          <div><dt>{t('call.input')}</dt><dd><pre tabIndex={0}>{longInput(call.input)}</pre></dd></div>
          {call.output !== null && <div><dt>{t('call.output')}</dt><dd><pre tabIndex={0}>{call.output}</pre></dd></div>}
        </dl>
      )}
    </div>
  );
}

const longInput = (input: unknown): string => (typeof input === 'string' ? input : JSON.stringify(input, null, 2));

// The values alone: their names say little in one line.
function shortInput(input: unknown): string {
  if (input === null || typeof input !== 'object') return String(input ?? '');
  return Object.values(input).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ').slice(0, 120);
}

import { PenLine, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../api/problem';
import { PlainButton } from '../form/PlainButton';
import { toolSteps } from './agent/agentEvents';
import type { Turn } from './types';

/** What is to be known before an answer is read: who wrote it, and what it rests on. */
export function AnswerHead({ turn, expectsSources }: { turn: Turn; expectsSources: boolean }) {
  const { t } = useTranslation(['talk', 'chat']);
  const { annotation, moderated, citations, answer, state } = turn;
  if (annotation) {
    const { name } = annotation.account;
    return (
      <p className="md-turn-people"><PenLine size={14} aria-hidden /> {name ? t('turn.annotation_by', { name }) : t('turn.annotation')}</p>
    );
  }
  if (moderated) {
    return <p className="md-turn-warn"><ShieldAlert size={14} aria-hidden /> {t('turn.moderated')}</p>;
  }
  // What an agent found out with its tools has another ground than passages.
  const withoutSources = expectsSources && citations.length === 0 && answer !== '' && state === 'completed' && toolSteps(turn).length === 0;
  return withoutSources && <p className="md-turn-warn"><span aria-hidden>! </span>{t('chat:turn.no_source')}</p>;
}

/** How an answer goes on or ended, when it did not end by itself. */
export function AnswerEnd({ turn, onRetry }: { turn: Turn; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation(['talk', 'chat']);
  if (turn.forms?.length) return <p className="md-turn-note" role="status"><span aria-hidden>‖ </span>{t('turn.waits')}</p>;
  switch (turn.state) {
    case 'reconnecting':
    case 'running': return <p className="md-turn-note" role="status">{t('turn.connecting')}</p>;
    case 'streaming': return turn.resumed && <p className="md-turn-note" role="status">{t('chat:turn.reconnecting')}</p>;
    case 'stopped': return (
      <p className="md-turn-note md-turn-stopped">
        <span><span aria-hidden>■ </span>{t('chat:turn.stopped')}</span>
        {onRetry && <PlainButton onClick={onRetry}>{t('common:retry')}</PlainButton>}
      </p>
    );
    case 'failed': return (
      <div className="md-turn-failed" role="alert">
        <span>
          <span aria-hidden>✕ </span>{turn.answer === '' ? t('chat:turn.failed') : t('chat:turn.broke_off')} {sentenceOf(turn.error, t('chat:turn.failed_plain'))}
        </span>
        {onRetry && <PlainButton onClick={onRetry}>{t('common:retry')}</PlainButton>}
      </div>
    );
    default: return null;
  }
}

/** With the trace, by which whoever looks after the installation finds what happened. */
function sentenceOf(error: unknown, plain: string): string {
  if (!(error instanceof Problem)) return plain;
  const text = problemText(error) || plain;
  return error.traceId ? `${text} (${error.traceId})` : text;
}

import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../api/problem';
import { PlainButton } from '../form/PlainButton';
import { finalAnswer, toolSteps } from './agent/agentEvents';
import { MadeFiles } from './agent/MadeFiles';
import { Trail } from './agent/Trail';
import { AnswerFoot } from './AnswerFoot';
import { Markdown } from './markdown/Markdown';
import { SourceCards } from './SourceCards';
import { SourcesContext } from './SourcesContext';
import { TurnFacts } from './TurnFacts';
import { isRunning, type Rating, type Turn } from './types';

export interface TurnActs {
  openSource: (turn: string, position: number) => void;
  rate: (messageId: string, rating: Rating | null) => void;
  retry: (query: string) => void;
}

interface TurnViewProps {
  turn: Turn;
  /** The source of this answer that the panel shows. */
  current: number | undefined;
  acts: TurnActs;
  /** No source deserves a warning: the app has knowledge to answer from. */
  expectsSources: boolean;
  debug: boolean;
  isLast: boolean;
}

/** A question and its answer. Memoised: history is not drawn again while an answer grows. */
export const TurnView = memo(function TurnView({ turn, current, acts, expectsSources, debug, isLast }: TurnViewProps) {
  const { t } = useTranslation('chat');
  const { key, citations, state } = turn;
  const answer = finalAnswer(turn.answer, turn);
  const running = isRunning(state);
  const sources = useMemo(
    () => ({ citations, current, open: (position: number) => acts.openSource(key, position) }),
    [citations, current, acts, key],
  );
  // What an agent found out with its tools has another ground than passages.
  const withoutSources = expectsSources && citations.length === 0 && answer !== '' && state === 'completed' && toolSteps(turn).length === 0;

  return (
    <article className="md-turn" data-turn={key} data-live={running || undefined} aria-busy={running}>
      <h2 className="md-hidden">{t('turn.question')}</h2>
      <div className="md-question">{turn.query}</div>
      <h2 className="md-hidden">{t('turn.answer')}</h2>
      <SourcesContext value={sources}>
        {withoutSources && <p className="md-turn-warn"><span aria-hidden>! </span>{t('turn.no_source')}</p>}
        <Trail work={turn} running={running} />
        {answer === '' && running ? <p className="md-turn-wait"><span className="md-caret" /></p> : <Markdown text={answer} live={running} />}
        <MadeFiles files={turn.madeFiles} />
        {(state === 'reconnecting' || state === 'running') && (
          <p className="md-turn-note" role="status">{t('turn.reconnecting')}</p>
        )}
        {state === 'stopped' && <p className="md-turn-note"><span aria-hidden>■ </span>{t('turn.stopped')}</p>}
        {state === 'failed' && <Failure turn={turn} onRetry={isLast ? () => acts.retry(turn.query) : undefined} />}
        {!running && <SourceCards />}
        {!running && answer !== '' && <AnswerFoot turn={turn} onRate={acts.rate} />}
        {debug && !running && <TurnFacts turn={turn} />}
      </SourcesContext>
    </article>
  );
});

function Failure({ turn, onRetry }: { turn: Turn; onRetry: (() => void) | undefined }) {
  const { t } = useTranslation('chat');
  const sentence = turn.error instanceof Problem
    ? problemText(turn.error)
    : typeof turn.error === 'string' ? turn.error : t('turn.failed_plain');
  return (
    <div className="md-turn-failed" role="alert">
      <span><span aria-hidden>✕ </span>{turn.answer === '' ? t('turn.failed') : t('turn.broke_off')} {sentence}</span>
      {onRetry && <PlainButton onClick={onRetry}>{t('common:retry')}</PlainButton>}
    </div>
  );
}

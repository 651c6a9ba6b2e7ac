import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { finalAnswer } from './agent/agentEvents';
import { MadeFiles } from './agent/MadeFiles';
import { Trail } from './agent/Trail';
import { AnswerFoot } from './AnswerFoot';
import { Markdown } from './markdown/Markdown';
import { Question } from './Question';
import { SourceCards } from './SourceCards';
import { SourcesContext } from './SourcesContext';
import { TurnFacts } from './TurnFacts';
import { AnswerEnd, AnswerHead } from './TurnNotes';
import { isRunning, type ChatFile, type Rating, type Turn } from './types';

/** What can be done with a turn. The same object as long as the conversation is on the page. */
export interface TurnActs {
  openSource: (turn: string, position: number) => void;
  rate: (messageId: string, rating: Rating | null, content?: string) => void;
  /** Asks again what was refused or failed. */
  retry: (turn: Turn) => void;
  /** Another answer to the same question. */
  regenerate: (turn: Turn) => void;
  /** Begins to ask a question differently; undefined ends that. */
  edit: (turn: Turn | undefined) => void;
  askDifferently: (turn: Turn, query: string, files: readonly ChatFile[]) => void;
  /** Goes over to another branch. */
  choose: (messageId: string) => void;
  /** Reads the conversation again, for fresh addresses of files. */
  renew: () => Promise<unknown>;
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
  /** What the question's editor begins with; undefined when it is not open. */
  editing?: string;
}

/** A question and its answer. Memoised: history is not drawn again while an answer grows. */
export const TurnView = memo(function TurnView(props: TurnViewProps) {
  const { turn, current, acts, expectsSources, debug, isLast, editing } = props;
  const { t } = useTranslation('chat');
  const { key, citations, state } = turn;
  const answer = finalAnswer(turn.answer, turn);
  const running = isRunning(state);
  const sources = useMemo(
    () => ({ citations, current, open: (position: number) => acts.openSource(key, position) }),
    [citations, current, acts, key],
  );

  return (
    <article className="md-turn" data-turn={key} data-live={running || undefined} aria-busy={running}>
      <h2 className="md-hidden">{t('turn.question')}</h2>
      <Question turn={turn} acts={acts} editing={editing} canEdit={!running && turn.messageId !== undefined && turn.parentId !== undefined} />
      <h2 className="md-hidden">{t('turn.answer')}</h2>
      <SourcesContext value={sources}>
        <AnswerHead turn={turn} expectsSources={expectsSources} />
        <Trail work={turn} running={running} />
        {answer === '' && running ? <p className="md-turn-wait"><span className="md-caret" /></p> : <Markdown text={answer} live={running} />}
        <MadeFiles files={turn.madeFiles} />
        <AnswerEnd turn={turn} onRetry={isLast ? () => acts.retry(turn) : undefined} />
        {!running && <SourceCards />}
        {!running && turn.messageId && <AnswerFoot turn={turn} acts={acts} />}
        {debug && !running && <TurnFacts turn={turn} />}
      </SourcesContext>
    </article>
  );
});

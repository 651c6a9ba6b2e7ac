import { Trash2 } from 'lucide-react';
import { memo, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerFoot } from '../AnswerFoot';
import type { InputField } from '../appConfig';
import type { ChatSession } from '../ChatSession';
import { QuestionFiles } from '../files/QuestionFiles';
import { GivenInputs } from '../GivenInputs';
import { InlineConfirm } from '../InlineConfirm';
import { Markdown } from '../markdown/Markdown';
import { SourceCards } from '../SourceCards';
import { SourcesContext } from '../SourcesContext';
import { AnswerEnd, AnswerHead } from '../TurnNotes';
import type { TurnActs } from '../TurnView';
import { isRunning, type Turn } from '../types';

export type ResultActs = Pick<TurnActs, 'openSource' | 'rate' | 'regenerate' | 'retry' | 'renew' | 'choose'> & {
  remove: (turn: Turn) => void;
};

interface ResultCardProps {
  turn: Turn;
  fields: readonly InputField[];
  acts: ResultActs;
  current: number | undefined;
  expectsSources: boolean;
}

/** One run: what was filled in, folded, and what came of it. */
export const ResultCard = memo(function ResultCard({ turn, fields, acts, current, expectsSources }: ResultCardProps) {
  const { t } = useTranslation('talk');
  const [asks, setAsks] = useState(false);
  const { key, citations, answer, state, query, files = [] } = turn;
  const running = isRunning(state);
  const sources = useMemo(
    () => ({ citations, current, open: (position: number) => acts.openSource(key, position) }),
    [citations, current, acts, key],
  );

  return (
    <article className="md-turn md-result" data-turn={key} data-live={running || undefined} aria-busy={running}>
      <GivenInputs fields={fields} inputs={turn.inputs} />
      {files.length > 0 && <QuestionFiles files={files} renew={acts.renew} />}
      {query !== '' && <div className="md-question">{query}</div>}
      <SourcesContext value={sources}>
        <AnswerHead turn={turn} expectsSources={expectsSources} />
        {answer === '' && running ? <p className="md-turn-wait"><span className="md-caret" /></p> : <Markdown text={answer} live={running} />}
        <AnswerEnd turn={turn} onRetry={() => acts.retry(turn)} />
        {!running && <SourceCards />}
        {!running && turn.messageId && (
          <div className="md-result-foot">
            <div><AnswerFoot turn={turn} acts={acts} againLabel={t('results.again')} /></div>
            {turn.conversation && (
              <button
                type="button" className="md-icon-button md-turn-act" aria-label={t('results.delete')} title={t('results.delete')}
                onClick={() => setAsks(true)}
              >
                <Trash2 size={14} />
              </button>
            )}
          </div>
        )}
      </SourcesContext>
      {asks && (
        <InlineConfirm
          question={t('results.delete.question')} verb={t('common:delete')}
          onConfirm={() => acts.remove(turn)} onCancel={() => setAsks(false)}
        />
      )}
    </article>
  );
});

interface LiveResultProps extends Omit<ResultCardProps, 'turn'> {
  session: ChatSession;
}

/** The run in the making, drawn with every frame of text. */
export function LiveResult({ session, ...rest }: LiveResultProps) {
  const turn = useSyncExternalStore(session.subscribe, session.live);
  return turn && <ResultCard turn={turn} {...rest} />;
}

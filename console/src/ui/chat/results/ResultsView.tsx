import { lazy, Suspense, useEffect, useMemo, useRef, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { useActs } from '../../acts/acts';
import { ErrorFace } from '../../faces/ErrorFace';
import { Loading } from '../../faces/Loading';
import { toast } from '../../toast/toast';
import { Announcer } from '../Announcer';
import type { AppStart } from '../appConfig';
import { ChatBackendContext } from '../ChatBackend';
import type { ChatSession } from '../ChatSession';
import type { ComposerHandle } from '../Composer';
import { givenOf } from '../files/AttachmentStore';
import { PassageHover } from '../PassageHover';
import { resultsQuery, useFeedback } from '../queries';
import type { GivenFile, Turn } from '../types';
import { useBusyTitle } from '../useBusyTitle';
import { useSource } from '../useSource';
import { LiveResult, ResultCard, type ResultActs } from './ResultCard';
import { ResultForm } from './ResultForm';
import { useDeleteResult, useResults } from './useResults';
import '../ConversationView.css';
import './Results.css';

const SourcePanel = lazy(async () => ({ default: (await import('../SourcePanel')).SourcePanel }));
const complain = (error: unknown) => toast(problemText(error), { tone: 'error' });

interface ResultsViewProps {
  session: ChatSession;
  start: AppStart;
  disabledReason?: string;
  heading?: ReactNode;
  composer?: Ref<ComposerHandle>;
  /** Waited for before each run. */
  prepare?: () => Promise<unknown>;
}

/** An app without conversations: a form, and what came of it until now. Give it the session as `key`. */
export function ResultsView({ session, start, disabledReason, heading, composer, prepare }: ResultsViewProps) {
  const { t } = useTranslation(['talk', 'chat']);
  const { turns, showsLive, running, outline, query } = useResults(session);
  useBusyTitle(running);
  const all = showsLive && session.live() ? [session.live()!, ...turns] : turns;
  const { source, citation, open, close, step } = useSource(all);
  const { mutate: rate } = useFeedback(session.backend, resultsQuery(session.backend, session.app, session.draft).queryKey);
  const { mutate: remove } = useDeleteResult(session);

  const run = async (text: string, inputs: Record<string, unknown>, files: GivenFile[]) => {
    if (session.isRunning) return;
    await prepare?.();
    void session.ask(text, inputs, { files });
  };
  const latest = useRef({ run, refetch: query.refetch, prepare });
  useEffect(() => {
    latest.current = { run, refetch: query.refetch, prepare };
  });
  const acts = useMemo<ResultActs>(() => {
    const regenerate = async (turn: Turn) => {
      if (session.isRunning) return;
      await latest.current.prepare?.();
      await session.regenerate(turn).catch(complain);
    };
    return {
      openSource: open,
      rate: (id, rating, content) => rate({ id, rating, content }, { onError: complain }),
      regenerate: (turn) => void regenerate(turn),
      retry: (turn) => void (turn.messageId
        ? regenerate(turn)
        : latest.current.run(turn.query, turn.inputs ?? {}, (turn.files ?? []).map(givenOf))),
      renew: () => latest.current.refetch(),
      choose: () => undefined,
      remove: (turn) => remove(turn, { onError: complain }),
    };
  }, [session, open, rate, remove]);
  useActs(running && !source
    ? [{ id: 'chat.stop', label: t('chat:composer.stop'), keys: 'escape', group: 'object', run: () => void session.stop() }]
    : []);

  const shared = { fields: start.fields, acts, expectsSources: start.expectsSources };
  return (
    <ChatBackendContext value={session.backend}>
      <div className="md-conversation">
        <div className="md-results">
          <div className="md-results-form">
            {heading}
            <ResultForm
              ref={composer} session={session} start={start} running={running} stopping={outline.stopping}
              disabledReason={disabledReason} onRun={(...what) => void run(...what)}
            />
            <p className="md-meta">{t('chat:composer.note')}</p>
          </div>
          <section className="md-results-list" aria-label={t('results.list')} data-busy={running || undefined}>
            {query.isError && !query.data && <ErrorFace error={query.error} onRetry={() => void query.refetch()} />}
            {query.isLoading && <Loading rows={3} rowHeight={96} />}
            {query.data?.length === 0 && !showsLive && <p className="md-quiet">{t('results.empty')}</p>}
            <PassageHover find={(key, position) => all.find((turn) => turn.key === key)?.citations.find((one) => one.position === position)}>
              {showsLive && (
                <LiveResult
                  key={outline.liveKey} session={session} {...shared}
                  current={source && source.turn === outline.liveKey ? source.position : undefined}
                />
              )}
              {turns.map((turn) => (
                <ResultCard
                  key={turn.key} turn={turn} {...shared}
                  current={source?.turn === turn.key ? source.position : undefined}
                />
              ))}
            </PassageHover>
            {query.hasNextPage && (
              <button type="button" className="md-link" onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</button>
            )}
          </section>
          <Announcer state={outline.state} />
        </div>
        {citation && <Suspense fallback={null}><SourcePanel citation={citation} onStep={step} onClose={close} /></Suspense>}
      </div>
    </ChatBackendContext>
  );
}

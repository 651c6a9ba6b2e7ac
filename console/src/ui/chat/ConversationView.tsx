import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useEffect, useImperativeHandle, useMemo, useRef, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem';
import { useActs } from '../acts/acts';
import { ErrorFace } from '../faces/ErrorFace';
import { Loading } from '../faces/Loading';
import { toast } from '../toast/toast';
import type { AppStart } from './appConfig';
import type { ChatSession } from './ChatSession';
import { Composer, type ComposerHandle } from './Composer';
import { LiveTurn } from './LiveTurn';
import { Opening } from './Opening';
import { PassageHover } from './PassageHover';
import { useFeedback } from './queries';
import { Speech } from './speech/Speech';
import { Voice } from './speech/Voice';
import { TurnView, type TurnActs } from './TurnView';
import { isRunning } from './types';
import { useInputs } from './useInputs';
import { useSource } from './useSource';
import { useStickToEnd } from './useStickToEnd';
import { useTurns } from './useTurns';
import './ConversationView.css';

const SourcePanel = lazy(async () => ({ default: (await import('./SourcePanel')).SourcePanel }));

interface ConversationViewProps {
  session: ChatSession;
  start: AppStart;
  /** Says why nothing can be asked, such as that the app is not published. */
  disabledReason?: string;
  /** Shows what each answer was made from. */
  debug?: boolean;
  /** Before the first question, above what the app says. */
  heading?: ReactNode;
  composer?: Ref<ComposerHandle>;
  /** Waited for before each question, such as saving what the answer is to be made with. */
  prepare?: () => Promise<unknown>;
}

/** A conversation with its sources beside it. Give it the session as `key`. */
export function ConversationView(props: ConversationViewProps) {
  const { session, start, disabledReason, debug = false, heading, composer, prepare } = props;
  const { t } = useTranslation('chat');
  const { turns, showsLive, running, outline, query } = useTurns(session);
  const { area, content, onScroll, toEnd, behind } = useStickToEnd(session);
  const { values, inputs, missing, setGiven } = useInputs(start.fields);
  const { mutate: sendRating } = useFeedback(outline.conversation);
  const own = useRef<ComposerHandle>(null);
  useImperativeHandle(composer, () => ({
    send: () => own.current?.send(),
    fill: (text) => own.current?.fill(text),
    add: (text) => own.current?.add(text),
  }));

  // The live turn's sources are read when they are asked for: they must not draw the whole page with each frame.
  const all = showsLive && session.live() ? [...turns, session.live()!] : turns;
  const { source, citation, open, close, step } = useSource(all);
  const isEmpty = outline.conversation === undefined && !showsLive;

  const ask = async (text: string) => {
    if (missing && isEmpty) return;
    await prepare?.();
    void session.ask(text, inputs);
    toEnd();
  };
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const acts = useMemo<TurnActs>(() => ({
    openSource: open,
    rate: (id, rating) => sendRating({ id, rating }, { onError: (error) => toast(problemText(error), { tone: 'error' }) }),
    retry: (text) => void latest.current(text),
  }), [open, sendRating]);

  useActs([
    ...(running && !source
      ? [{ id: 'chat.stop', label: t('composer.stop'), keys: 'escape', group: 'object' as const, run: () => void session.stop() }]
      : []),
    {
      id: 'chat.copy', label: t('turn.copy_last'), keys: 'mod+shift+c', group: 'object',
      run: () => void navigator.clipboard?.writeText(all.at(-1)?.answer ?? ''),
    },
  ]);

  const reason = disabledReason ?? (isEmpty && missing ? t('composer.missing', { field: missing.label }) : undefined);
  return (
    <Speech session={session} start={start}>
    <div className="md-conversation">
      <div className="md-talk">
        <div className="md-talk-scroll" ref={area} onScroll={onScroll} tabIndex={-1}>
          <div className="md-talk-column" ref={content}>
            {query.isError && !query.data && <ErrorFace error={query.error} onRetry={() => void query.refetch()} />}
            {query.isLoading && <Loading rows={4} rowHeight={64} />}
            {query.hasNextPage && (
              <button type="button" className="md-link" onClick={() => void query.fetchNextPage()}>{t('older')}</button>
            )}
            {isEmpty && (
              <>
                {heading}
                <Opening
                  start={start} values={values} onValues={setGiven}
                  onAsk={(question) => (reason ? own.current?.fill(question) : void ask(question))}
                />
              </>
            )}
            <PassageHover
              find={(key, position) => all.find((turn) => turn.key === key)?.citations.find((one) => one.position === position)
                ?? session.live()?.citations.find((one) => one.position === position)}
            >
              {turns.map((turn, at) => (
                <TurnView
                  key={turn.key} turn={turn} acts={acts} debug={debug} expectsSources={start.expectsSources}
                  current={source?.turn === turn.key ? source.position : undefined}
                  isLast={at === turns.length - 1 && !showsLive}
                />
              ))}
              {showsLive && (
                <LiveTurn
                  session={session} acts={acts} debug={debug} expectsSources={start.expectsSources}
                  current={source && source.turn === outline.liveKey ? source.position : undefined}
                />
              )}
            </PassageHover>
          </div>
        </div>
        <div className="md-talk-foot">
          {behind && (
            <button type="button" className="md-talk-new" aria-label={running ? undefined : t('to_end')} onClick={toEnd}>
              <ArrowDown size={14} />{running && ` ${t('new_content')}`}
            </button>
          )}
          <Composer
            ref={own}
            name={`${session.draft ? 'draft' : 'chat'}.${session.app}.${outline.conversation ?? 'new'}`}
            running={running} stopping={outline.stopping} disabledReason={reason}
            placeholder={isEmpty ? t('composer.first') : t('composer.next')}
            last={all.at(-1)?.query} voice={<Voice onText={(text) => own.current?.add(text)} />}
            onSend={(text) => void ask(text)} onStop={() => void session.stop()}
          />
          <p className="md-talk-note">{t('composer.note')}</p>
        </div>
        <Announcer state={outline.state} />
      </div>
      {citation && <Suspense fallback={null}><SourcePanel citation={citation} onStep={step} onClose={close} /></Suspense>}
    </div>
    </Speech>
  );
}

// Says once that the answer is complete; reading out each word would drown it.
function Announcer({ state }: { state: string | undefined }) {
  const { t } = useTranslation('chat');
  const [before, setBefore] = useState(state);
  const [text, setText] = useState('');
  if (before !== state) {
    const wasRunning = before !== undefined && isRunning(before as Parameters<typeof isRunning>[0]);
    setBefore(state);
    setText(wasRunning && state === 'completed' ? t('turn.done') : '');
  }
  return <div className="md-hidden" role="status" aria-live="polite">{text}</div>;
}

import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useImperativeHandle, useRef, useSyncExternalStore, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../acts/acts';
import { ErrorFace } from '../faces/ErrorFace';
import { Loading } from '../faces/Loading';
import { Announcer } from './Announcer';
import type { AppStart } from './appConfig';
import { ChatBackendContext } from './ChatBackend';
import type { ChatSession } from './ChatSession';
import { Composer, type ComposerHandle } from './Composer';
import { filesOf } from './files/filesOf';
import { useFileDrop } from './files/useFileDrop';
import { LiveTurn } from './LiveTurn';
import { Opening } from './Opening';
import { PassageHover } from './PassageHover';
import { Speech } from './speech/Speech';
import { Voice } from './speech/Voice';
import { TurnView } from './TurnView';
import type { GivenFile } from './types';
import { useBusyTitle } from './useBusyTitle';
import { useInputs } from './useInputs';
import { useSource } from './useSource';
import { useStickToEnd } from './useStickToEnd';
import { useTurnActs } from './useTurnActs';
import { useTurns } from './useTurns';
import './ConversationView.css';

const DropHere = lazy(async () => ({ default: (await import('./files/DropHere')).DropHere }));
const GivenInputs = lazy(async () => ({ default: (await import('./GivenInputs')).GivenInputs }));
const NextQuestions = lazy(async () => ({ default: (await import('./NextQuestions')).NextQuestions }));
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
  /** What the app says in the places of our own words. */
  words?: { placeholder?: string };
}

/** A conversation with its sources beside it. Give it the session as `key`. */
export function ConversationView(props: ConversationViewProps) {
  const { session, start, disabledReason, debug = false, heading, composer, prepare, words } = props;
  const { t } = useTranslation(['chat', 'talk']);
  const { turns, showsLive, running, outline, query } = useTurns(session);
  const { area, content, onScroll, toEnd, behind } = useStickToEnd(session);
  const { values, inputs, missing, sending, setGiven } = useInputs(start.fields, session);
  const files = filesOf(session);
  useBusyTitle(running);
  const own = useRef<ComposerHandle>(null);
  useImperativeHandle(composer, () => ({
    send: () => own.current?.send(),
    fill: (text) => own.current?.fill(text),
  }));

  // The live turn's sources are read when they are asked for: they must not draw the whole page with each frame.
  const all = showsLive && session.live() ? [...turns, session.live()!] : turns;
  const { source, citation, open, close, step } = useSource(all);
  const isEmpty = outline.conversation === undefined && !showsLive;
  const reason = disabledReason ?? (isEmpty && missing ? t('composer.missing', { field: missing.label }) : undefined);
  const uploading = useSyncExternalStore(files.subscribe, () => files.isUnready);
  const wait = uploading || (isEmpty && sending) ? t('talk:files.wait') : undefined;
  const last = turns.at(-1);

  const ask = async (text: string, given: readonly GivenFile[] = files.given) => {
    if (reason || wait || session.isRunning) return;
    await prepare?.();
    files.clear();
    void session.ask(text, isEmpty ? inputs : {}, { files: given, parent: turns.findLast(({ messageId }) => messageId)?.messageId });
    toEnd();
  };
  const { acts, editing } = useTurnActs({
    session, conversation: outline.conversation, openSource: open, ask, prepare, renew: () => query.refetch(), toEnd,
  });
  const { over, handlers } = useFileDrop(start.takes?.local && !disabledReason ? (dropped) => files.add(dropped, start.takes!) : undefined);

  useActs([
    ...(running && !source
      ? [{ id: 'chat.stop', label: t('composer.stop'), keys: 'escape', group: 'object' as const, run: () => void session.stop() }]
      : []),
    {
      id: 'chat.copy', label: t('turn.copy_last'), keys: 'mod+shift+c', group: 'object',
      run: () => void navigator.clipboard?.writeText(all.at(-1)?.answer ?? ''),
    },
  ]);

  const suggests = start.suggestsQuestions && !running && !showsLive && last?.state === 'completed' && !last.moderated;
  return (
    <ChatBackendContext value={session.backend}>
      <Speech session={session} start={start}>
      <div className="md-conversation">
        <div className="md-talk" {...handlers}>
          <div className="md-talk-scroll" ref={area} onScroll={onScroll} tabIndex={-1}>
            <div className="md-talk-column" ref={content} data-busy={running || undefined}>
              {query.isError && !query.data && <ErrorFace error={query.error} onRetry={() => void query.refetch()} />}
              {query.isLoading && <Loading rows={4} rowHeight={64} />}
              {query.hasNextPage && (
                <button type="button" className="md-link" onClick={() => void query.fetchNextPage()}>{t('older')}</button>
              )}
              {isEmpty && (
                <>
                  {heading}
                  <Opening
                    start={start} session={session} values={values} onValues={setGiven}
                    onAsk={(question) => (reason ? own.current?.fill(question) : void ask(question))}
                  />
                </>
              )}
              {!isEmpty && !query.hasNextPage && start.fields.length > 0 && (
                <Suspense fallback={null}><GivenInputs fields={start.fields} inputs={all[0]?.inputs} /></Suspense>
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
                    editing={editing?.key === turn.key ? editing.text : undefined}
                  />
                ))}
                {showsLive && (
                  <LiveTurn
                    session={session} acts={acts} debug={debug} expectsSources={start.expectsSources}
                    current={source && source.turn === outline.liveKey ? source.position : undefined}
                  />
                )}
              </PassageHover>
              {suggests && (
                <Suspense fallback={null}><NextQuestions messageId={last.messageId!} onAsk={(question) => void ask(question)} /></Suspense>
              )}
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
              running={running} stopping={outline.stopping} disabledReason={reason} waitReason={wait}
              placeholder={isEmpty ? words?.placeholder ?? t('composer.first') : t('composer.next')}
              files={start.takes && { store: files, takes: start.takes }}
              last={all.at(-1)?.query}
              onUp={last?.messageId && last.parentId !== undefined && !showsLive ? () => acts.edit(last) : undefined}
              voice={<Voice onText={(text) => own.current?.add?.(text)} />}
              onSend={(text) => void ask(text)} onStop={() => void session.stop()}
            />
            <p className="md-talk-note" role={wait && 'status'}>{wait ?? t('composer.note')}</p>
          </div>
          {over && <Suspense fallback={null}><DropHere takes={start.takes!} /></Suspense>}
          <Announcer state={outline.state} />
        </div>
        {citation && <Suspense fallback={null}><SourcePanel citation={citation} onStep={step} onClose={close} /></Suspense>}
      </div>
      </Speech>
    </ChatBackendContext>
  );
}

import { useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { AppStart } from '../appConfig';
import type { ChatSession } from '../ChatSession';
import { isRunning } from '../types';
import { player } from './player';
import { SpeechContext, type SpeechAccess } from './SpeechContext';

interface SpeechProps {
  session: ChatSession;
  start: AppStart;
  children: ReactNode;
}

/** Lets what stands inside hear and speak as the app does, and reads complete answers aloud where that is wanted. */
export function Speech({ session, start: { speech }, children }: SpeechProps) {
  const { app, draft, backend } = session;
  const hears = speech?.hears ?? false;
  const speaks = speech?.speaks ?? false;
  const autoPlay = speaks && (speech?.autoPlay ?? false);
  const access = useMemo<SpeechAccess>(
    () => ({ send: backend.send, path: backend.appPath(app), draft, hears, speaks }),
    [app, backend, draft, hears, speaks],
  );

  const { state, messageId } = useSyncExternalStore(session.subscribe, session.outline);
  const before = useRef(state);
  useEffect(() => {
    const wasRunning = before.current !== undefined && isRunning(before.current);
    before.current = state;
    // Only what somebody has just waited for: an answer that was there already is read when it is asked for.
    if (autoPlay && wasRunning && state === 'completed' && messageId) void player.play(access, messageId);
  }, [access, autoPlay, messageId, state]);

  // Who leaves the conversation does not want to hear it any longer.
  useEffect(() => () => player.stop(), [session]);

  return <SpeechContext value={access}>{children}</SpeechContext>;
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ChatSession } from './ChatSession';
import { messagesQuery } from './queries';
import { isRunning, turnOf, type Message, type Turn } from './types';

// One turn per message object, so that a message that did not change is not drawn again.
const shown = new WeakMap<Message, Turn>();

function shownAs(message: Message, key: string): Turn {
  const known = shown.get(message);
  if (known?.key === key) return known;
  const turn = { ...turnOf(message), key };
  shown.set(message, turn);
  return turn;
}

/** What is said in a conversation: the kept turns, and whether the live one stands below them. */
export function useTurns(session: ChatSession) {
  const outline = useSyncExternalStore(session.subscribe, session.outline);
  const { conversation, messageId, state } = outline;
  const running = state !== undefined && isRunning(state);
  const query = useInfiniteQuery({
    ...messagesQuery(session.backend, conversation ?? ''),
    enabled: conversation !== undefined,
    // An answer that another node writes can only be waited for.
    refetchInterval: ({ state: { data } }) => (!running && data?.pages[0]?.data.at(-1)?.status === 'running' ? 2000 : false),
  });

  const messages = conversation === undefined ? undefined : query.data;
  const turns = useMemo(
    // While an answer is being written the live turn is ahead of what is kept of it.
    () => (messages ?? []).filter(({ id }) => !(running && id === messageId)).map((one) => shownAs(one, session.keyOf(one.id))),
    [messages, running, messageId, session],
  );
  const kept = messageId !== undefined && turns.some((turn) => turn.messageId === messageId);

  const last = messages?.at(-1);
  const unfinished = last?.status === 'running' && state === undefined ? last : undefined;
  useEffect(() => {
    if (unfinished) void session.follow(unfinished);
  }, [session, unfinished]);

  return { turns, showsLive: state !== undefined && !kept, running, outline, query };
}

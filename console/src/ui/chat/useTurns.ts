import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ChatSession } from './ChatSession';
import { messagesQuery } from './queries';
import { isRunning, turnOf, type Message, type Turn } from './types';

// One turn per message object, so that a message that did not change is not drawn again.
const shown = new WeakMap<Message, Turn>();

export function shownAs(message: Message, key: string): Turn {
  const known = shown.get(message);
  if (known?.key === key) return known;
  const turn = { ...turnOf(message), key };
  shown.set(message, turn);
  return turn;
}

/** What is said in a conversation: the kept turns, and whether the live one stands below them. */
export function useTurns(session: ChatSession) {
  const outline = useSyncExternalStore(session.subscribe, session.outline);
  const { conversation, messageId, parent, state } = outline;
  const running = state !== undefined && isRunning(state);
  const query = useInfiniteQuery({
    ...messagesQuery(session.backend, conversation ?? ''),
    enabled: conversation !== undefined,
    // Another device may have gone on with it.
    refetchOnWindowFocus: running ? false : 'always',
    // An answer that another node writes can only be waited for.
    refetchInterval: ({ state: { data } }) => (!running && data?.pages[0]?.data.at(-1)?.status === 'running' ? 2000 : false),
  });

  const messages = conversation === undefined ? undefined : query.data;
  const turns = useMemo(() => {
    const list = messages ?? [];
    // While an answer is being written the live turn is ahead of what is kept of it, and of the branch that it leaves.
    const visible = running ? before(list, parent).filter(({ id }) => id !== messageId) : list;
    return visible.map((one) => shownAs(one, session.keyOf(one.id)));
  }, [messages, running, messageId, parent, session]);

  // What is over is kept, and read from there; what was refused stands nowhere else.
  const kept = messageId !== undefined && messages !== undefined;
  const last = messages?.at(-1);
  const unfinished = last?.status === 'running' && !running ? last : undefined;
  useEffect(() => {
    if (unfinished) void session.follow(unfinished);
  }, [session, unfinished]);

  return { turns, showsLive: running || (state !== undefined && !kept), running, outline, query };
}

/** The messages that a question with this parent follows. */
function before(messages: readonly Message[], parent: string | null | undefined): readonly Message[] {
  if (parent === undefined) return messages;
  if (parent === null) return [];
  const at = messages.findIndex(({ id }) => id === parent);
  return at < 0 ? messages : messages.slice(0, at + 1);
}

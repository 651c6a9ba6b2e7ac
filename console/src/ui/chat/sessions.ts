import type { QueryClient } from '@tanstack/react-query';
import { Problem, problemText } from '../../api/problem';
import { ChatSession } from './ChatSession';
import { beginMessages, keepMessage, messagesKey } from './queries';
import type { Message, Turn } from './types';

interface SessionAddress {
  ws: string;
  app: string;
  /** Undefined begins a new conversation. */
  conversation?: string;
  draft?: boolean;
}

// By cache, so that signing in as somebody else, or another test, begins with none.
const sessions = new WeakMap<QueryClient, Map<string, ChatSession>>();

/** The session of a conversation; the same one whenever it is asked for, as long as the page lives. */
export function sessionOf(cache: QueryClient, { ws, app, conversation, draft = false }: SessionAddress): ChatSession {
  let all = sessions.get(cache);
  if (!all) sessions.set(cache, (all = new Map()));
  const name = conversation ?? `${draft ? 'draft' : 'new'}:${ws}:${app}`;
  const found = all.get(name);
  if (found) return found;

  const session = new ChatSession(app, {
    conversation,
    draft,
    outlet: {
      onBegun: (id) => {
        beginMessages(cache, ws, id);
        all.set(id, session);
        if (!draft) all.delete(name);
        void cache.invalidateQueries({ queryKey: ['chat', ws, 'conversations'] });
      },
      onSettled: (id, turn, inputs) => {
        keepMessage(cache, ws, id, messageOf(turn, inputs));
        void cache.invalidateQueries({ queryKey: ['chat', ws, 'conversations'] });
      },
      onLost: (id) => cache.invalidateQueries({ queryKey: messagesKey(ws, id) }),
    },
  });
  all.set(name, session);
  return session;
}

/** The app of a conversation that was begun or opened on this page, before the list of conversations knows it. */
export function appOfSession(cache: QueryClient, conversation: string | undefined): string | undefined {
  return conversation === undefined ? undefined : sessions.get(cache)?.get(conversation)?.app;
}

/** With the trace, by which whoever looks after the installation finds what happened. */
function sentenceOf(error: unknown): string {
  const trace = error instanceof Problem ? error.traceId : undefined;
  return trace ? `${problemText(error)} (${trace})` : problemText(error);
}

function messageOf(turn: Turn, inputs: Record<string, unknown>): Message {
  return {
    id: turn.messageId!,
    query: turn.query,
    inputs,
    answer: turn.answer,
    status: turn.state === 'stopped' || turn.state === 'failed' ? turn.state : 'completed',
    error: turn.error === undefined ? null : sentenceOf(turn.error),
    citations: [...turn.citations],
    feedback: null,
    model: turn.model ?? null,
    usage: turn.usage ?? { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    time_to_first_token: turn.timeToFirstToken ?? null,
    duration: turn.duration ?? null,
    created_at: new Date().toISOString(),
    steps: turn.steps,
    made_files: turn.madeFiles,
  };
}

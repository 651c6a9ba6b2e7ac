import type { QueryClient } from '@tanstack/react-query';
import type { ChatBackend } from './ChatBackend';
import { ChatSession, type SessionOutlet } from './ChatSession';
import { beginMessages, keepMessage, messagesKey, resultsKey } from './queries';
import { listenToOtherTabs, tellOtherTabs } from './tabs';

interface SessionAddress {
  backend: ChatBackend;
  app: string;
  /** Undefined begins a new conversation. */
  conversation?: string;
  draft?: boolean;
  /** Of an app that has no conversations. */
  single?: boolean;
}

// By cache, so that signing in as somebody else, or another test, begins with none.
const sessions = new WeakMap<QueryClient, Map<string, ChatSession>>();

/** The session of a conversation; the same one whenever it is asked for, as long as the page lives. */
export function sessionOf(
  cache: QueryClient, { backend, app, conversation, draft = false, single = false }: SessionAddress,
): ChatSession {
  const { scope } = backend;
  let all = sessions.get(cache);
  if (!all) {
    sessions.set(cache, (all = new Map()));
    listenToOtherTabs(cache);
  }
  const name = conversation ?? `${draft ? 'draft' : 'new'}${single ? '.single' : ''}:${scope}:${app}`;
  const found = all.get(name);
  if (found) return found;

  const known = all;
  const outlet: SessionOutlet = {
    onBegun: (id) => {
      beginMessages(cache, scope, id);
      known.set(id, session);
      if (!draft) known.delete(name);
      void cache.invalidateQueries({ queryKey: ['chat', scope, 'conversations'] });
    },
    onStarted: (id) => tellOtherTabs({ scope, conversation: id }),
    onSettled: (id, turn) => {
      keepMessage(cache, scope, id, turn);
      tellOtherTabs({ scope, conversation: id });
      void cache.invalidateQueries({ queryKey: ['chat', scope, 'conversations'] });
    },
    onLost: (id) => cache.invalidateQueries({ queryKey: messagesKey(scope, id) }),
  };
  const session = new ChatSession(backend, app, {
    conversation, draft, single, outlet: single ? outletOfResults(cache, scope, app) : outlet,
  });
  all.set(name, session);
  return session;
}

// What stands for itself is read again as it was kept: with its files, what it cost, and in its place.
function outletOfResults(cache: QueryClient, scope: string, app: string): SessionOutlet {
  const refresh = () => cache.invalidateQueries({ queryKey: resultsKey(scope, app) });
  return { onBegun: () => undefined, onStarted: () => undefined, onSettled: () => void refresh(), onLost: refresh };
}

/** The app of a conversation that was begun or opened on this page, before the list of conversations knows it. */
export function appOfSession(cache: QueryClient, conversation: string | undefined): string | undefined {
  return conversation === undefined ? undefined : sessions.get(cache)?.get(conversation)?.app;
}

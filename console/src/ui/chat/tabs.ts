import type { QueryClient } from '@tanstack/react-query';
import { messagesKey } from './queries';

interface Told {
  scope: string;
  conversation: string;
}

// Other tabs of the same person: each shows what the others have asked, and follows its answer.
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('middeck.chat');

/** Tells the other tabs that a conversation has got a question or an answer. */
export function tellOtherTabs(told: Told): void {
  channel?.postMessage(told);
}

/** Reads a conversation again when another tab has changed it. */
export function listenToOtherTabs(cache: QueryClient): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    void cache.invalidateQueries({ queryKey: messagesKey(data.scope, data.conversation) });
    void cache.invalidateQueries({ queryKey: ['chat', data.scope, 'conversations'] });
  });
}

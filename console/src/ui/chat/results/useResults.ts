import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { callsOf } from '../ChatBackend';
import type { ChatSession } from '../ChatSession';
import { resultsKey, resultsQuery } from '../queries';
import { isRunning, type Turn } from '../types';
import { shownAs } from '../useTurns';

/** One's own runs of an app without conversations, newest first, and whether the live one stands above them. */
export function useResults(session: ChatSession) {
  const outline = useSyncExternalStore(session.subscribe, session.outline);
  const { messageId, state } = outline;
  const running = state !== undefined && isRunning(state);
  const query = useInfiniteQuery({
    ...resultsQuery(session.backend, session.app, session.draft),
    refetchInterval: ({ state: { data } }) => (!running && data?.pages[0]?.data[0]?.status === 'running' ? 2000 : false),
  });
  const turns = useMemo(
    () => (query.data ?? []).filter(({ id }) => !(running && id === messageId)).map((one) => shownAs(one, session.keyOf(one.id))),
    [query.data, running, messageId, session],
  );

  const newest = query.data?.[0];
  const unfinished = newest?.status === 'running' && !running ? newest : undefined;
  useEffect(() => {
    if (unfinished) void session.follow(unfinished);
  }, [session, unfinished]);

  const isKept = messageId !== undefined && turns.some((turn) => turn.messageId === messageId);
  return { turns, showsLive: state !== undefined && !isKept, running, outline, query };
}

/** Deletes a run for ever. */
export function useDeleteResult({ backend, app }: ChatSession) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ conversation }: Turn) => callsOf(backend).delete(`${backend.ownPath}/conversations/${conversation}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: resultsKey(backend.scope, app) }),
  });
}

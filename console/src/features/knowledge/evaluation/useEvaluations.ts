import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useIsPainted } from '../../../api/firstPaint';
import { useLive } from '../../../api/live';
import { useWorkspaceId } from '../../../api/queries';
import { evaluationsQuery } from './queries';

/** The evaluations of a base, read again whenever one begins, ends or fails. */
export function useEvaluations(base: string) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const isPainted = useIsPainted();
  useLive(isPainted ? `knowledge:${base}` : undefined, ({ type }) => {
    if (type === 'evaluation.changed') void cache.invalidateQueries({ queryKey: evaluationsQuery(ws, base).queryKey });
  });
  return useInfiniteQuery({
    ...evaluationsQuery(ws, base),
    enabled: isPainted,
    // Where no event arrives, what runs is asked for.
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.data.some((one) => one.state === 'running')) ? 3000 : false),
  });
}

import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { toast } from '../../../ui/toast/toast';
import { basePath, baseQuery, documentsKey, watchedKey } from '../queries';

/** What can be done with all documents of a base at once. A refusal is told in a toast. */
export function useBaseActs(base: string) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const ask = (act: string) => async () => {
    try {
      await api.post(`${basePath(base)}/${act}`);
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
    await Promise.all([watchedKey(ws, base), documentsKey(ws, base), baseQuery(ws, base).queryKey].map((queryKey) =>
      cache.invalidateQueries({ queryKey })));
  };
  return { pause: ask('pause'), resume: ask('resume'), retryFailed: ask('retry-failed') };
}

import { useQueryClient } from '@tanstack/react-query';
import { useWorkspaceId } from '../../../api/queries';
import { appsKey, appTagsQuery } from '../queries';

/** Reads tags, and the apps that show their names, again. */
export function useTagsChanged(): () => Promise<unknown> {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return () => Promise.all([
    cache.invalidateQueries({ queryKey: appTagsQuery(ws).queryKey }),
    cache.invalidateQueries({ queryKey: appsKey(ws) }),
  ]);
}

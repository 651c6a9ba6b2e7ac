import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import type { Page } from '../../../api/types';
import { toast } from '../../../ui/toast/toast';
import { appsKey, type ListedApp } from '../queries';

type Lists = InfiniteData<Page<ListedApp>>;

/** Marks an app, or takes the mark away: shown at once, and taken back when the server refuses. */
export function useFavourite() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const show = (id: string, is_favourite: boolean) => cache.setQueriesData<Lists>({ queryKey: appsKey(ws) }, (lists) => lists && {
    ...lists,
    pages: lists.pages.map((page) => ({ ...page, data: page.data.map((app) => (app.id === id ? { ...app, is_favourite } : app)) })),
  });
  return useMutation({
    mutationFn: ({ id, is_favourite }: ListedApp) => {
      const path = `/api/v1/apps/${id}/favourite`;
      return is_favourite ? api.delete(path) : api.put(path);
    },
    onMutate: ({ id, is_favourite }) => show(id, !is_favourite),
    onError: (error, { id, is_favourite }) => {
      show(id, is_favourite);
      toast(problemText(error), { tone: 'error' });
    },
  });
}

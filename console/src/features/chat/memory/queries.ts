import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery, useWorkspaceId } from '../../../api/queries';

/** Something that an app has learned of me. */
export interface Fact {
  id: string;
  text: string;
  source_message_id: string | null;
  created_at: string;
  updated_at: string;
}

const memoryKey = (ws: string, app: string) => ['chat', ws, 'memory', app] as const;

/** What an app remembers of me, newest first. Answers add to it, so it is read whenever it is looked at. */
export const memoryQuery = (ws: string, app: string) => ({
  ...pagesQuery<Fact>(memoryKey(ws, app), `/api/v1/apps/${app}/memory`), staleTime: 0,
});

/** Corrects one thing, forgets one, or forgets everything. */
export function useMemoryActs(app: string) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const path = `/api/v1/apps/${app}/memory`;
  const onSuccess = () => cache.invalidateQueries({ queryKey: memoryKey(ws, app) });
  const correct = useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) => api.patch(`${path}/${id}`, { text }), onSuccess,
  });
  const forget = useMutation({ mutationFn: (id: string) => api.delete(`${path}/${id}`), onSuccess });
  const forgetAll = useMutation({ mutationFn: () => api.delete(path), onSuccess });
  return { correct, forget, forgetAll };
}

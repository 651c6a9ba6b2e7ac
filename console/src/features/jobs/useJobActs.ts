import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';

/** Cancels a job or runs a failed one again. */
export function useJobActs() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: 'cancel' | 'retry' }) => api.post(`/api/v1/jobs/${id}/${act}`),
    onSettled: () => cache.invalidateQueries({ queryKey: ['jobs', ws] }),
  });
}

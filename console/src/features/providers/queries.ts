import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery, useWorkspaceId } from '../../api/queries';
import type { DefaultModels, Provider } from './types';

export const providerPath = (id: string) => `/api/v1/model-providers/${id}`;

export const providersQuery = (ws: string) => pagesQuery<Provider>(['providers', ws], '/api/v1/model-providers');

export const defaultModelsQuery = (ws: string) => queryOptions({
  queryKey: ['models', ws, 'defaults'],
  queryFn: ({ signal }) => api.get<DefaultModels>('/api/v1/default-models', { signal }),
});

/** Reads again what a change of a provider changes: the list, and with it the models and the defaults in use. */
export function useProvidersChanged(): () => Promise<unknown> {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return () => Promise.all([
    cache.invalidateQueries({ queryKey: ['providers', ws] }),
    cache.invalidateQueries({ queryKey: ['models', ws] }),
  ]);
}

/** Switches a provider on or off. */
export function useEnableProvider() {
  const changed = useProvidersChanged();
  return useMutation({
    mutationFn: ({ id, enabled }: { id: string; enabled: boolean }) => api.patch(providerPath(id), { enabled }),
    onSettled: changed,
  });
}

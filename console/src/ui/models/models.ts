import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { components } from '../../api/schema.gen';

export type ModelType = components['schemas']['ModelType'];
export type Model = components['schemas']['ModelEntry'];

/** The models of a type that the workspace can call. */
export const modelsQuery = (ws: string, type: ModelType) => queryOptions({
  queryKey: ['models', ws, type],
  queryFn: async ({ signal }) =>
    (await api.get<{ data: Model[] }>('/api/v1/models', { signal, query: { type } })).data,
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { components } from '../../api/schema.gen';

export type ModelType = components['schemas']['ModelType'];
export type Model = components['schemas']['ModelEntry'];

/** The models of a type that the workspace can call. All types are read at once: a form of three has three lists. */
export const modelsQuery = (ws: string, type: ModelType) => queryOptions({
  queryKey: ['models', ws, 'all'],
  queryFn: async ({ signal }) =>
    (await api.get<{ data: Model[] }>('/api/v1/models', { signal })).data,
  select: (models) => models.filter((model) => model.type === type),
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../api/client';
import type { components } from '../../../../api/schema.gen';
import type { Page } from '../../../../api/types';

export type ApiExtension = components['schemas']['ApiExtension'];
export type ApiExtensionCheck = components['schemas']['ApiExtensionCheck'];

export const extensionsPath = '/api/v1/api-extensions';

/** The programs of the workspace that take part in answers, newest first. */
export const extensionsQuery = (ws: string) => queryOptions({
  queryKey: ['api-extensions', ws],
  queryFn: async ({ signal }) =>
    (await api.get<Page<ApiExtension>>(extensionsPath, { signal, query: { limit: 100 } })).data,
});

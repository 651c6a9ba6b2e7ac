import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery } from '../../api/queries';
import type { Page } from '../../api/types';
import { keyPaths, type ApiKey, type KeyKind, type Permission } from './types';

export const keysQuery = (ws: string, kind: KeyKind) => pagesQuery<ApiKey>(['keys', ws, kind], keyPaths[kind]);

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: async ({ signal }) => (await api.get<Page<Permission>>('/api/v1/permissions', { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

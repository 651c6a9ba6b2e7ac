import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { components } from '../../../api/schema.gen';
import { basePath } from '../queries';
import type { BaseUsage, MetadataFields } from './types';

type Schemas = components['schemas'];
export type ExternalApi = Schemas['ExternalApi'];
export type ExternalCheck = Schemas['ExternalCheck'];
export type AccessList = Schemas['AccessList'];
export type Member = Schemas['Member'];

export const metadataPath = (base: string) => `${basePath(base)}/metadata`;
export const externalApisPath = '/api/v1/external-knowledge-apis';

export const metadataQuery = (ws: string, base: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'metadata'],
  queryFn: ({ signal }) => api.get<MetadataFields>(metadataPath(base), { signal }),
  enabled: base !== '',
});

/** Which apps use a base. */
export const usageQuery = (ws: string, base: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'usage'],
  queryFn: ({ signal }) => api.get<BaseUsage>(`${basePath(base)}/usage`, { signal }),
});

export const externalApisQuery = (ws: string) => pagesQuery<ExternalApi>(['knowledge', ws, 'external-apis'], externalApisPath);

export const accessPath = (base: string) => `/api/v1/access/knowledge_base/${base}`;

export const accessQuery = (ws: string, base: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'access'],
  queryFn: ({ signal }) => api.get<AccessList>(accessPath(base), { signal }),
});

/** Whom a base can be opened to. */
export const peopleQuery = (ws: string) => pagesQuery<Member>(['knowledge', ws, 'people'], `/api/v1/workspaces/${ws}/members`);

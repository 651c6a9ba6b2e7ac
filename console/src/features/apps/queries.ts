import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery } from '../../api/queries';
import type { components } from '../../api/schema.gen';
import type { AppConfig } from '../../ui/chat/appConfig';

export const appsKey = (ws: string) => ['apps', ws, 'list'] as const;

/** An app as lists show it: with its tags, and whether it is a favourite of who asks. */
export type ListedApp = components['schemas']['App'];
export type AppTag = components['schemas']['AppTag'];
type Member = components['schemas']['Member'];

export interface AppFilter {
  q: string;
  mode: string;
  tag_ids: string;
  favourite?: true;
  mine?: true;
  trash?: true;
}

export const appsQuery = (ws: string, filter: AppFilter) =>
  pagesQuery<ListedApp>([...appsKey(ws), filter], '/api/v1/apps', { ...filter });

export const appTagsPath = '/api/v1/app-tags';

/** All tags of the workspace's apps, with how many apps have each. */
export const appTagsQuery = (ws: string) => queryOptions({
  queryKey: ['apps', ws, 'tags'],
  queryFn: ({ signal }) => api.get<AppTag[]>(appTagsPath, { signal }),
});

/** The people of the workspace, to name owners. */
export const peopleQuery = (ws: string) => pagesQuery<Member>(['members', ws, 'list'], `/api/v1/workspaces/${ws}/members`);

export interface ModelChoice {
  /** `provider/model` */
  id: string;
  provider: string;
  name: string;
  context_length: number | null;
}

export const llmsQuery = (ws: string) => queryOptions({
  queryKey: ['models', ws, 'llm'],
  queryFn: async ({ signal }) =>
    (await api.get<{ data: ModelChoice[] }>('/api/v1/models', { signal, query: { type: 'llm' } })).data,
});

interface DefaultModels {
  llm: string | null;
  resolved?: { llm?: string | null };
}

/** The model that answers when an app names none. */
export const defaultLlmQuery = (ws: string) => queryOptions({
  queryKey: ['models', ws, 'defaults', 'llm'],
  queryFn: async ({ signal }) => {
    const { llm, resolved } = await api.get<DefaultModels>('/api/v1/default-models', { signal });
    return resolved?.llm ?? llm;
  },
});

export interface AppVersion {
  version: number;
  name: string | null;
  note: string | null;
  created_at: string;
}

export const versionsQuery = (ws: string, app: string) =>
  pagesQuery<AppVersion>(['apps', ws, 'versions', app], `/api/v1/apps/${app}/versions`);

/** What a published version does; it never changes. */
export const versionQuery = (ws: string, app: string, version: number | null) => queryOptions({
  queryKey: ['apps', ws, 'version', app, version],
  queryFn: ({ signal }) =>
    api.get<AppVersion & { config: AppConfig }>(`/api/v1/apps/${app}/versions/${version}`, { signal }),
  enabled: version !== null,
  staleTime: Number.POSITIVE_INFINITY,
});

export interface AppKey {
  id: string;
  name: string;
  masked: string;
  created_at: string;
  last_used_at: string | null;
}

export interface NewAppKey {
  id: string;
  name: string;
  key: string;
}

export const appKeysQuery = (ws: string, app: string) =>
  pagesQuery<AppKey>(['apps', ws, 'keys', app], `/api/v1/apps/${app}/api-keys`);

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../api/client';
import { Problem } from '../../../../api/problem';
import { pagesQuery } from '../../../../api/queries';
import type { components } from '../../../../api/schema.gen';
import type { Page } from '../../../../api/types';

type Schemas = components['schemas'];
type App = Schemas['App'];
type KnowledgeBase = Schemas['KnowledgeBase'];

const atMost = 8;

// The first three are the lists of their pages, under the same keys: what a page has read the palette need not ask for.
export const appsQuery = (ws: string) => pagesQuery<App>(['apps', ws, 'list', '', ''], '/api/v1/apps');

export const basesQuery = (ws: string) => pagesQuery<KnowledgeBase>(['knowledge', ws, 'bases', ''], '/api/v1/knowledge-bases');

export const membersQuery = (ws: string) =>
  pagesQuery<Schemas['Member']>(['members', ws, 'list'], `/api/v1/workspaces/${ws}/members`);

const searched = <T>(ws: string, path: string, q: string) => queryOptions({
  queryKey: ['palette', ws, path, q],
  queryFn: async ({ signal }) => (await api.get<Page<T>>(path, { signal, query: { q, limit: atMost } })).data,
});

export const searchedAppsQuery = (ws: string, q: string) => searched<App>(ws, '/api/v1/apps', q);

export const searchedBasesQuery = (ws: string, q: string) => searched<KnowledgeBase>(ws, '/api/v1/knowledge-bases', q);

export const searchedDocumentsQuery = (ws: string, base: string, q: string) =>
  searched<Schemas['Document']>(ws, `/api/v1/knowledge-bases/${base}/documents`, q);

/** The errors of a trace. */
export const traceQuery = (ws: string, trace: string) => queryOptions({
  queryKey: ['palette', ws, 'trace', trace],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Schemas['ErrorEntry']>>('/api/v1/errors', { signal, query: { trace_id: trace, limit: atMost } })).data,
});

/** A job by its id; null when there is none. */
export const jobQuery = (ws: string, id: string) => queryOptions({
  queryKey: ['palette', ws, 'job', id],
  queryFn: async ({ signal }) => {
    try {
      return await api.get<Schemas['Job']>(`/api/v1/jobs/${id}`, { signal });
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  },
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import type { KnowledgeTag } from '../settings/types';

export type QueryNumbers = components['schemas']['QueryNumbers'];
export type Job = components['schemas']['Job'];

export const tagsPath = '/api/v1/knowledge-tags';

/** All tags of the workspace with the number of bases that have them. */
export const tagsQuery = (ws: string) => queryOptions({
  queryKey: ['knowledge', ws, 'tags'],
  queryFn: ({ signal }) => api.get<KnowledgeTag[]>(tagsPath, { signal }),
});

/** The server tells the numbers of so many bases at once. */
const atOnce = 100;

/** What was asked of each base in the last seven days, by its id. */
export const weekQuery = (ws: string, bases: readonly string[]) => queryOptions({
  queryKey: ['knowledge', ws, 'week', bases],
  queryFn: async ({ signal }) => {
    const parts = Array.from({ length: Math.ceil(bases.length / atOnce) }, (_, at) => bases.slice(at * atOnce, (at + 1) * atOnce));
    const answers = await Promise.all(parts.map((ids) => api.get<Record<string, QueryNumbers>>(
      '/api/v1/knowledge-bases/insights', { signal, query: { ids } },
    )));
    return Object.assign({}, ...answers) as Record<string, QueryNumbers>;
  },
  enabled: bases.length > 0,
});

/** A job until it has ended. */
export const jobQuery = (ws: string, job: string | undefined) => queryOptions({
  queryKey: ['jobs', ws, 'one', job],
  queryFn: ({ signal }) => api.get<Job>(`/api/v1/jobs/${job}`, { signal }),
  enabled: job !== undefined,
  retry: false,
  refetchInterval: ({ state }) => (state.data && !['waiting', 'running'].includes(state.data.state) ? false : 2000),
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';

export interface KnowledgeChoice {
  id: string;
  name: string;
  document_count: number;
  chunk_count: number;
}

/** The bases that can be chosen, the first hundred. */
export const knowledgeChoicesQuery = (ws: string) => queryOptions({
  queryKey: ['knowledge', ws, 'choices'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<KnowledgeChoice>>('/api/v1/knowledge-bases', { signal, query: { limit: 100 } })).data,
});

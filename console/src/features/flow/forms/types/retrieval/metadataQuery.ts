import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../../api/client';
import type { components } from '../../../../../api/schema.gen';

/** The metadata fields of a base, with those that every document has. */
export const metadataQuery = (ws: string, base: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'metadata'],
  queryFn: ({ signal }) => api.get<components['schemas']['MetadataFields']>(`/api/v1/knowledge-bases/${base}/metadata`, { signal }),
});

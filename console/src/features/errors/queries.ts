import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery } from '../../api/queries';
import type { ErrorEntry } from './types';

export const errorsQuery = (ws: string, trace: string) =>
  pagesQuery<ErrorEntry>(['errors', ws, 'list', trace], '/api/v1/errors', { trace_id: trace });

/** One row with its stack trace, for those who operate the installation. */
export const errorQuery = (ws: string, id: string) => queryOptions({
  queryKey: ['errors', ws, id],
  queryFn: ({ signal }) => api.get<ErrorEntry>(`/api/v1/errors/${id}`, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

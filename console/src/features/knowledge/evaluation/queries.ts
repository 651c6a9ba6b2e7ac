import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import { basePath } from '../queries';
import type { EvaluationDetail, EvaluationSummary, TestCase } from './types';

export const casesPath = (base: string) => `${basePath(base)}/cases`;
export const evaluationsPath = (base: string) => `${basePath(base)}/evaluations`;

export const casesQuery = (ws: string, base: string) => pagesQuery<TestCase>(['knowledge', ws, base, 'cases'], casesPath(base));

/** The newest evaluations; older ones page by page. */
export const evaluationsQuery = (ws: string, base: string) =>
  pagesQuery<EvaluationSummary>(['knowledge', ws, base, 'evaluations'], evaluationsPath(base), { limit: 30 });

export const evaluationQuery = (ws: string, base: string, evaluation: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'evaluation', evaluation],
  queryFn: ({ signal }) => api.get<EvaluationDetail>(`${evaluationsPath(base)}/${evaluation}`, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { Page } from '../../../api/types';
import type { BarStatus, CaseResult, Comparison, Estimate, Evaluation, TestCase, TestSet } from './types';

export const evaluationKey = (ws: string, app: string) => ['apps', ws, 'evaluation', app] as const;

export const setsPath = (app: string) => `/api/v1/apps/${app}/test-sets`;
export const runsPath = (app: string) => `/api/v1/apps/${app}/evaluations`;
export const barPath = (app: string) => `/api/v1/apps/${app}/publish-bar`;

/** All test sets: an app has at most a hundred. */
export const setsQuery = (ws: string, app: string) => queryOptions({
  queryKey: [...evaluationKey(ws, app), 'sets'],
  queryFn: async ({ signal }) => (await api.get<Page<TestSet>>(setsPath(app), { signal, query: { limit: 100 } })).data,
});

export const casesQuery = (ws: string, app: string, set: string) =>
  pagesQuery<TestCase>([...evaluationKey(ws, app), 'cases', set], `${setsPath(app)}/${set}/cases`);

export const runsQuery = (ws: string, app: string, set: string) =>
  pagesQuery<Evaluation>([...evaluationKey(ws, app), 'runs', set], runsPath(app), { set_id: set, limit: 20 });

export const runQuery = (ws: string, app: string, run: string) => queryOptions({
  queryKey: [...evaluationKey(ws, app), 'run', run],
  queryFn: ({ signal }) => api.get<Evaluation>(`${runsPath(app)}/${run}`, { signal }),
});

export const resultsQuery = (ws: string, app: string, run: string, passed: string) =>
  pagesQuery<CaseResult>([...evaluationKey(ws, app), 'results', run, passed], `${runsPath(app)}/${run}/results`, { passed });

export const comparisonQuery = (ws: string, app: string, run: string, other: string) => queryOptions({
  queryKey: [...evaluationKey(ws, app), 'comparison', run, other],
  queryFn: ({ signal }) => api.get<Comparison>(`${runsPath(app)}/${run}/comparison`, { signal, query: { other } }),
});

export const estimateQuery = (ws: string, app: string, set: string) => queryOptions({
  queryKey: [...evaluationKey(ws, app), 'estimate', set],
  queryFn: ({ signal }) => api.get<Estimate>(`${setsPath(app)}/${set}/estimate`, { signal }),
  staleTime: 0,
});

export const barQuery = (ws: string, app: string) => queryOptions({
  queryKey: [...evaluationKey(ws, app), 'bar'],
  queryFn: ({ signal }) => api.get<BarStatus>(barPath(app), { signal }),
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import type { App, Job, KnowledgeBase, Onboarding, Provider } from './types';

export const onboardingQuery = (ws: string) => queryOptions({
  queryKey: ['home', ws, 'onboarding'],
  queryFn: ({ signal }) => api.get<Onboarding>('/api/v1/onboarding', { signal }),
  // Its lines tick themselves from what was just done on another page.
  staleTime: 0,
});

const listOf = <T>(ws: string, name: string, path: string, query: Record<string, string | number>) => queryOptions({
  queryKey: ['home', ws, name],
  queryFn: async ({ signal }) => (await api.get<Page<T>>(path, { signal, query })).data,
  staleTime: 0,
});

export const failedJobsQuery = (ws: string) =>
  listOf<Job>(ws, 'failed-jobs', '/api/v1/jobs', { state: 'failed', limit: 20 });

export const providersQuery = (ws: string) => listOf<Provider>(ws, 'providers', '/api/v1/model-providers', { limit: 100 });

export const appsQuery = (ws: string) => listOf<App>(ws, 'apps', '/api/v1/apps', { limit: 20 });

export const basesQuery = (ws: string) => listOf<KnowledgeBase>(ws, 'bases', '/api/v1/knowledge-bases', { limit: 20 });

import { queryOptions } from '@tanstack/react-query';
import { pagesQuery } from '../../api/queries';
import type { HealthReport, Session } from './types';

export const sessionsQuery = pagesQuery<Session>(['settings', 'sessions'], '/api/v1/auth/sessions');

/** Every check with what is wrong. It answers 503 with the same body, so it is read by itself. */
export const checksQuery = queryOptions({
  queryKey: ['settings', 'health'],
  queryFn: async ({ signal }) => (await (await fetch('/api/v1/health', { signal })).json()) as HealthReport,
  retry: false,
});

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { components } from '../../../api/schema.gen';
import { askedKey } from '../hits/queries';
import type { AskedQuery } from '../hits/types';
import { basePath } from '../queries';

export type BaseInsights = components['schemas']['BaseInsights'];

export interface LogFilter {
  /** `hit_testing`, `api` or `app`; empty for all. */
  origin: string;
  /** Only what found nothing. */
  unanswered: boolean;
}

export const logQuery = (ws: string, base: string, { origin, unanswered }: LogFilter) => pagesQuery<AskedQuery>(
  [...askedKey(ws, base), 'log', origin, unanswered], `${basePath(base)}/queries`, { origin, unanswered: unanswered || undefined },
);

export const insightsQuery = (ws: string, base: string, days: number) => queryOptions({
  queryKey: ['knowledge', ws, base, 'insights', days],
  queryFn: ({ signal }) => api.get<BaseInsights>(`${basePath(base)}/insights`, { signal, query: { days } }),
});

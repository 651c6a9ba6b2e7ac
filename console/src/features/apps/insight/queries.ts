import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { InsightReport, Span } from './types';
import { rangeOf } from './range';

export const insightKey = (ws: string, app: string) => ['apps', ws, 'insight', app] as const;

export const insightQuery = (ws: string, app: string, span: Span, by: string) => queryOptions({
  queryKey: [...insightKey(ws, app), span, by],
  queryFn: ({ signal }) =>
    api.get<InsightReport>(`/api/v1/apps/${app}/insight`, { signal, query: { ...rangeOf(new Date(), Number(span)), by } }),
  placeholderData: keepPreviousData,
});

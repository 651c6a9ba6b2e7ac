import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { LogConversation, LogFilter, LogMessage, TraceStep } from './types';

export const logsKey = (ws: string, app: string) => ['apps', ws, 'logs', app] as const;

/** The filter as the API understands it: days become times, in the browser's zone. */
export function filterOf(filter: LogFilter): Record<string, string> {
  const { from, to, ...rest } = filter;
  return { ...rest, from: from && new Date(`${from}T00:00:00`).toISOString(), to: to && dayAfter(to) };
}

export const logsQuery = (ws: string, app: string, filter: LogFilter) =>
  pagesQuery<LogConversation>([...logsKey(ws, app), 'list', filter], `/api/v1/apps/${app}/logs`, { limit: 50, ...filterOf(filter) });

/** One conversation by its link, which may not be in the list. */
export const logQuery = (ws: string, app: string, id: string) => queryOptions({
  queryKey: [...logsKey(ws, app), 'one', id],
  queryFn: ({ signal }) => api.get<LogConversation>(`/api/v1/apps/${app}/logs/${id}`, { signal }),
});

export const logMessagesQuery = (ws: string, app: string, id: string) =>
  pagesQuery<LogMessage>([...logsKey(ws, app), 'messages', id], `/api/v1/apps/${app}/logs/${id}/messages`, { limit: 50 });

export const choicesQuery = (ws: string, app: string) => queryOptions({
  queryKey: [...logsKey(ws, app), 'choices'],
  queryFn: ({ signal }) => api.get<{ sources: string[]; models: string[] }>(`/api/v1/apps/${app}/logs/choices`, { signal }),
});

export const traceQuery = (ws: string, app: string, message: string) => queryOptions({
  queryKey: ['apps', ws, 'trace', message],
  queryFn: async ({ signal }) =>
    (await api.get<{ steps: TraceStep[] }>(`/api/v1/apps/${app}/messages/${message}/trace`, { signal })).steps,
});

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
}

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery } from '../../api/queries';
import type { components } from '../../api/schema.gen';
import type { Page } from '../../api/types';
import type { Group, Range, UsageCall, UsageSum } from './types';

const hours: Record<Range, number> = { '24h': 24, '7d': 168, '30d': 720 };

export const usageQuery = (ws: string, range: Range, group: Group) => queryOptions({
  queryKey: ['usage', ws, range, group],
  queryFn: async ({ signal }) => {
    const from = new Date(Date.now() - hours[range] * 3_600_000).toISOString();
    return (await api.get<{ data: UsageSum[] }>('/api/v1/usage', { signal, query: { from, group_by: group } })).data;
  },
});

export const callsQuery = (ws: string) => pagesQuery<UsageCall>(['usage', ws, 'calls'], '/api/v1/usage/calls', { limit: 50 });

/** The apps' names by id; an app that was deleted meanwhile is not among them. */
export const appNamesQuery = (ws: string) => queryOptions({
  queryKey: ['usage', ws, 'apps'],
  queryFn: async ({ signal }) => {
    const { data } = await api.get<Page<components['schemas']['App']>>('/api/v1/apps', { signal, query: { limit: 100 } });
    return Object.fromEntries(data.map(({ id, name }) => [id, name])) as Readonly<Record<string, string>>;
  },
});

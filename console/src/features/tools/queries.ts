import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery, useWorkspaceId } from '../../api/queries';
import type { MailSetting, OfferedTool, ToolProvider, ToolProviderDetail } from './types';

export const providersPath = '/api/v1/tool-providers';
export const mailPath = '/api/v1/tools/email';

export const providersQuery = (ws: string) => pagesQuery<ToolProvider>(['tool-providers', ws], providersPath);

export const providerQuery = (ws: string, id: string) => queryOptions({
  queryKey: ['tool-providers', ws, id],
  queryFn: ({ signal }) => api.get<ToolProviderDetail>(`${providersPath}/${id}`, { signal }),
});

/** The tools that come with the platform. */
export const builtinQuery = (ws: string) => queryOptions({
  queryKey: ['tools', ws],
  queryFn: async ({ signal }) => (await api.get<{ data: OfferedTool[] }>('/api/v1/tools', { signal })).data,
  select: (tools) => tools.filter(({ provider_type }) => provider_type === 'builtin'),
});

export const mailQuery = (ws: string) => queryOptions({
  queryKey: ['tools-mail', ws],
  queryFn: ({ signal }) => api.get<MailSetting>(mailPath, { signal }),
});

/** Reads again what a change of a provider changes: the lists, and what apps can be given. */
export function useToolsChanged(): () => Promise<unknown> {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return () => Promise.all([
    cache.invalidateQueries({ queryKey: ['tool-providers', ws] }),
    cache.invalidateQueries({ queryKey: ['tools', ws] }),
  ]);
}

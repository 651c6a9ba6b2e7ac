import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { blankAgentMode } from '../editor/agent/agentMode';
import { blankConfig } from '../templates';

interface TemplateSummary {
  id: string;
  mode: string;
  icon: string;
  name: string;
  description: string;
}

const listQuery = (language: string) => queryOptions({
  queryKey: ['apps', 'templates', language],
  queryFn: ({ signal }) => api.get<TemplateSummary[]>('/api/v1/app-templates', { signal, query: { language } }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The server's templates of agents, in the language of who makes the app, and the one that was chosen. */
export function useAgentTemplates(enabled: boolean) {
  const { i18n: { language } } = useTranslation();
  const cache = useQueryClient();
  const query = useQuery({ ...listQuery(language), enabled });
  const [id, setId] = useState<string>();
  const offered = (query.data ?? []).filter(({ mode }) => mode === 'agent-chat')
    .map(({ id: key, icon, name, description }) => ({ id: key, icon, name, text: description }));
  const find = (key: string | undefined) => offered.find((one) => one.id === key);

  return {
    offered,
    chosen: find(id),
    choose: (key: string | undefined) => {
      setId(key);
      return find(key);
    },
    /** The first draft: the template's, or an empty one, with the chosen knowledge bases. */
    config: async (bases: readonly string[]): Promise<AppConfig> => {
      const blank = blankConfig(bases);
      if (id === undefined) return { ...blank, agent_mode: blankAgentMode };
      const template = await cache.fetchQuery({
        queryKey: ['apps', 'template', id, language],
        queryFn: ({ signal }) => api.get<{ config: AppConfig }>(`/api/v1/app-templates/${id}`, { signal, query: { language } }),
      });
      const datasets = { ...template.config.dataset_configs, datasets: blank.dataset_configs!.datasets };
      return { ...blank, ...template.config, dataset_configs: datasets };
    },
  };
}

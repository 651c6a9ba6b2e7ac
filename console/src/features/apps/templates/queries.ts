import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import type { AppConfig } from '../../../ui/chat/appConfig';

export type TemplateSummary = components['schemas']['TemplateSummary'];
export type AppTemplate = Omit<components['schemas']['AppTemplate'], 'config'> & { config: AppConfig };
export type TemplateLanguage = 'zh-CN' | 'en';

const path = '/api/v1/app-templates';
// Templates come with the release.
const staleTime = Number.POSITIVE_INFINITY;

/** The templates in one language. */
export const templatesQuery = (language: string) => queryOptions({
  queryKey: ['app-templates', language],
  queryFn: ({ signal }) => api.get<TemplateSummary[]>(path, { signal, query: { language } }),
  staleTime,
});

/** A template with what it holds. */
export const templateQuery = (id: string, language: string) => queryOptions({
  queryKey: ['app-templates', language, id],
  queryFn: ({ signal }) => api.get<AppTemplate>(`${path}/${id}`, { signal, query: { language } }),
  staleTime,
});

/** Those whose name or description holds all the words. */
export function matching(templates: readonly TemplateSummary[], words: string): TemplateSummary[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter(({ name, description }) => {
    const text = `${name} ${description}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

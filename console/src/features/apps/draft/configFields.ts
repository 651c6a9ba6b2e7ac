import type { TFunction } from 'i18next';
import { knowledgeBasesOf, type AppConfig } from '../../../ui/chat/appConfig';
import { stable } from './stable';

/** The parts of a configuration that are compared and merged as one. */
export const knownFields = [
  'pre_prompt', 'model', 'dataset_configs', 'user_input_form', 'opening_statement', 'suggested_questions', 'retriever_resource',
] as const;

/** The parts in which two configurations differ, known ones first. */
export function changedFields(before: AppConfig, after: AppConfig): string[] {
  const names = new Set<string>([...knownFields, ...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => stable(before[name]) !== stable(after[name]));
}

/** A part in words, one fact per line, so that two can be compared. */
export function fieldText(config: AppConfig, field: string, t: TFunction<'apps'>, nameOf: (id: string) => string): string {
  switch (field) {
    case 'pre_prompt': return config.pre_prompt ?? '';
    case 'opening_statement': return config.opening_statement ?? '';
    case 'suggested_questions': return (config.suggested_questions ?? []).join('\n');
    case 'retriever_resource': return config.retriever_resource?.enabled === false ? t('diff.off') : t('diff.on');
    case 'model': return modelText(config, t);
    case 'dataset_configs': return knowledgeText(config, t, nameOf);
    default: return JSON.stringify(config[field] ?? null, null, 2);
  }
}

function modelText({ model }: AppConfig, t: TFunction<'apps'>): string {
  const name = model?.name ? `${model.provider}/${model.name}` : t('model.default');
  const settings = Object.entries(model?.completion_params ?? {}).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return [name, ...settings].join('\n');
}

function knowledgeText(config: AppConfig, t: TFunction<'apps'>, nameOf: (id: string) => string): string {
  const { top_k, score_threshold_enabled, score_threshold, reranking_enable } = config.dataset_configs ?? {};
  return [
    ...knowledgeBasesOf(config).map(nameOf),
    `${t('knowledge.top_k')} = ${top_k ?? '–'}`,
    `${t('knowledge.threshold')} = ${score_threshold_enabled ? score_threshold : '–'}`,
    `${t('knowledge.rerank')} = ${reranking_enable ? t('diff.on') : t('diff.off')}`,
  ].join('\n');
}

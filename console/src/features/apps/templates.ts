import type { TFunction } from 'i18next';
import type { AppConfig } from '../../ui/chat/appConfig';

/** A beginning that works with the built-in models. Its words are `template.<id>.…` in apps.json. */
export interface Template {
  id: 'documents' | 'policy' | 'support';
  icon: string;
  questions: number;
  topK: number;
  temperature: number;
  /** Fields that are asked for before a conversation, each with its words. */
  fields: readonly { variable: string; type: 'text-input' | 'select'; options?: number }[];
}

export const templates: readonly Template[] = [
  { id: 'documents', icon: '📄', questions: 3, topK: 4, temperature: 0.2, fields: [] },
  { id: 'policy', icon: '📘', questions: 3, topK: 6, temperature: 0.1, fields: [{ variable: 'department', type: 'text-input' }] },
  { id: 'support', icon: '💬', questions: 2, topK: 4, temperature: 0.3, fields: [{ variable: 'language', type: 'select', options: 2 }] },
];

/** What an app without a template begins with: the workspace's model, citations on. */
export function blankConfig(knowledge: readonly string[] = []): AppConfig {
  return {
    model: { provider: '', name: '', mode: 'chat', completion_params: {} },
    pre_prompt: '',
    prompt_type: 'simple',
    user_input_form: [],
    dataset_configs: {
      retrieval_model: 'multiple', top_k: 4, score_threshold_enabled: false, score_threshold: 0.5, reranking_enable: false,
      datasets: { datasets: knowledge.map((id) => ({ dataset: { enabled: true, id } })) },
    },
    opening_statement: '',
    suggested_questions: [],
    suggested_questions_after_answer: { enabled: false },
    retriever_resource: { enabled: true },
  };
}

/** The first draft of an app made from a template, in the language of who makes it. */
export function templateConfig(template: Template, t: TFunction<'apps'>, knowledge: readonly string[] = []): AppConfig {
  const blank = blankConfig(knowledge);
  // The variables of the prompt are not ours to fill: each is put in the place of itself.
  const variables = Object.fromEntries(template.fields.map(({ variable }) => [variable, `{{${variable}}}`]));
  const say = (key: string): string => t(`template.${template.id}.${key}`, variables);
  const some = (count: number, key: string) => Array.from({ length: count }, (_, at) => say(`${key}.${at + 1}`));
  return {
    ...blank,
    model: { ...blank.model, completion_params: { temperature: template.temperature } },
    pre_prompt: say('prompt'),
    opening_statement: say('opening'),
    suggested_questions: some(template.questions, 'question'),
    dataset_configs: { ...blank.dataset_configs, top_k: template.topK },
    user_input_form: template.fields.map(({ variable, type, options }) => ({
      [type]: {
        variable, label: say(`field.${variable}`), required: false, default: '',
        ...(options !== undefined && { options: some(options, `field.${variable}.option`) }),
      },
    })),
  };
}

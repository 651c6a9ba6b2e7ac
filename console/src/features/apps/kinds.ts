import type { TFunction } from 'i18next';
import type { AppConfig } from '../../ui/chat/appConfig';

/** The kinds of apps that can be made here; a new one is a line. Their words are `kind.<kind>` in apps.json. */
export const creatableKinds = ['chat', 'agent-chat', 'completion', 'advanced-chat', 'workflow'] as const;
export type CreatableKind = (typeof creatableKinds)[number];

/** Whether an app's answers come of a graph, which is built on a canvas. */
export const isGraphKind = (kind: string): boolean => kind === 'workflow' || kind === 'advanced-chat';

/** Where an app is built, below the workspace. */
export const buildPath = ({ id, mode }: { id: string; mode: string }): string => `apps/${id}${isGraphKind(mode) ? '/flow' : ''}`;

/** The sign that an app has as long as it has none of its own. */
export const kindSigns: Record<string, string> = { chat: '💬', completion: '📝', 'agent-chat': '🤖', 'advanced-chat': '🔀', workflow: '🔁' };

/** The part of a configuration that says which knowledge bases are searched. */
export const datasetsOf = (ids: readonly string[]) => ({ datasets: ids.map((id) => ({ dataset: { enabled: true, id } })) });

/** What an app without a template begins with: the workspace's model, citations on, and something to fill in where one fills in. */
export function blankConfig(kind: string, t: TFunction<'apps'>, knowledge: readonly string[] = []): AppConfig {
  const fillsIn = kind === 'completion';
  return {
    model: { provider: '', name: '', mode: 'chat', completion_params: {} },
    pre_prompt: fillsIn ? '{{query}}' : '',
    prompt_type: 'simple',
    user_input_form: fillsIn
      ? [{ paragraph: { variable: 'query', label: t('appEditor:blank.query'), required: true, default: '' } }]
      : [],
    dataset_configs: {
      retrieval_model: 'multiple', top_k: 4, score_threshold_enabled: false, score_threshold: 0.5, reranking_enable: false,
      datasets: datasetsOf(knowledge),
    },
    ...(fillsIn ? { dataset_query_variable: 'query' } : {
      opening_statement: '', suggested_questions: [], suggested_questions_after_answer: { enabled: false },
    }),
    retriever_resource: { enabled: true },
    ...(kind === 'agent-chat' && { agent_mode: { enabled: true, strategy: 'function_call', max_iteration: 10, tools: [] } }),
  };
}

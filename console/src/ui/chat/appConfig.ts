/** An app's configuration in the shape of the DSL's `model_config`. What we do not know is kept as it came. */
export interface AppConfig {
  model?: { provider?: string; name?: string; mode?: string; completion_params?: Record<string, unknown> };
  pre_prompt?: string;
  prompt_type?: string;
  user_input_form?: FormItem[];
  dataset_configs?: DatasetConfigs;
  opening_statement?: string;
  suggested_questions?: string[];
  suggested_questions_after_answer?: { enabled?: boolean };
  retriever_resource?: { enabled?: boolean };
  speech_to_text?: { enabled?: boolean };
  text_to_speech?: { enabled?: boolean; voice?: string; language?: string; autoPlay?: string };
  middeck?: Record<string, unknown>;
  [other: string]: unknown;
}

export interface DatasetConfigs {
  retrieval_model?: string;
  top_k?: number;
  score_threshold_enabled?: boolean;
  score_threshold?: number | null;
  reranking_enable?: boolean;
  datasets?: { datasets?: { dataset: { enabled?: boolean; id: string } }[] };
  [other: string]: unknown;
}

export const fieldTypes = ['text-input', 'paragraph', 'select', 'number'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** `{ "text-input": { label, variable, required, max_length, default } }` */
export type FormItem = Partial<Record<string, FormItemBody>>;

interface FormItemBody {
  label?: string;
  variable?: string;
  required?: boolean;
  max_length?: number;
  default?: unknown;
  options?: string[];
  [other: string]: unknown;
}

/** One field that is filled in before a conversation begins. */
export interface InputField {
  type: FieldType;
  variable: string;
  label: string;
  required: boolean;
  maxLength?: number;
  options: readonly string[];
  initial: string;
}

/** What a conversation with an app begins with. */
export interface AppStart {
  opening: string;
  questions: readonly string[];
  fields: readonly InputField[];
  /** Whether an answer without sources deserves a warning. */
  expectsSources: boolean;
  /** What can be said instead of written and heard instead of read. */
  speech?: { hears: boolean; speaks: boolean; autoPlay: boolean };
}

/** What the server tells of a published app, also to those who may not read its configuration. */
export interface PublishedStart {
  version: number;
  opening_statement: string;
  suggested_questions: string[];
  user_input_form: FormItem[];
  has_knowledge: boolean;
  shows_citations: boolean;
  hears: boolean;
  speaks: boolean;
  auto_play: boolean;
}

export function startOf(config: AppConfig): AppStart {
  return {
    ...opening(config),
    expectsSources: knowledgeBasesOf(config).length > 0 && config.retriever_resource?.enabled !== false,
    speech: {
      hears: config.speech_to_text?.enabled ?? false,
      speaks: config.text_to_speech?.enabled ?? false,
      autoPlay: config.text_to_speech?.autoPlay === 'enabled',
    },
  };
}

/** Begins with nothing until it is known. */
export function startOfPublished(start: PublishedStart | undefined): AppStart {
  return {
    ...opening(start),
    expectsSources: start !== undefined && start.has_knowledge && start.shows_citations,
    speech: start && { hears: start.hears, speaks: start.speaks, autoPlay: start.auto_play },
  };
}

function opening(from: Pick<AppConfig, 'opening_statement' | 'suggested_questions' | 'user_input_form'> | undefined) {
  return {
    opening: from?.opening_statement ?? '',
    questions: (from?.suggested_questions ?? []).filter((question) => question.trim() !== ''),
    fields: inputFields(from),
  };
}

/** The knowledge bases that are searched. */
export function knowledgeBasesOf(config: AppConfig | undefined): string[] {
  return (config?.dataset_configs?.datasets?.datasets ?? [])
    .filter(({ dataset }) => dataset?.enabled !== false)
    .map(({ dataset }) => dataset.id);
}

/** The fields that we can show; others, such as files, are left to who made them. */
export function inputFields(config: Pick<AppConfig, 'user_input_form'> | undefined): InputField[] {
  return (config?.user_input_form ?? []).flatMap((item) => fieldTypes.flatMap((type) => {
    const body = item[type];
    if (!body?.variable) return [];
    return [{
      type, variable: body.variable, label: body.label || body.variable, required: body.required ?? false,
      maxLength: body.max_length || undefined, options: body.options ?? [], initial: String(body.default ?? ''),
    }];
  }));
}

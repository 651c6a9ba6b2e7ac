import { takesOf, takesOfField, type FileTakes } from './files/takes';
import type { FileKind } from './types';

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
  file_upload?: FileSection;
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

/** Which files are taken, in the shape of the DSL. Older apps have `image` alone. */
export interface FileSection {
  enabled?: boolean;
  allowed_file_types?: string[];
  allowed_file_extensions?: string[];
  allowed_file_upload_methods?: string[];
  number_limits?: number;
  image?: { enabled?: boolean; number_limits?: number; transfer_methods?: string[] };
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
  hide?: boolean;
  [other: string]: unknown;
}

const shownTypes = [...fieldTypes, 'checkbox', 'file', 'file-list'] as const;

/** One field that is filled in before a conversation begins. */
export interface InputField {
  type: (typeof shownTypes)[number];
  variable: string;
  label: string;
  required: boolean;
  maxLength?: number;
  options: readonly string[];
  /** `true` or nothing for a checkbox; files have none. */
  initial: string;
  /** Has its value from its default alone. */
  hidden: boolean;
  /** Which files it takes; only for files. */
  takes?: FileTakes;
}

/** What a conversation with an app begins with. */
export interface AppStart {
  opening: string;
  questions: readonly string[];
  fields: readonly InputField[];
  /** Which files a question may come with; undefined for none. */
  takes: FileTakes | undefined;
  suggestsQuestions: boolean;
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
  file_upload?: FileSection | null;
  has_knowledge: boolean;
  shows_citations: boolean;
  hears?: boolean;
  speaks?: boolean;
  auto_play?: boolean;
  suggests_questions?: boolean;
  /** What is learned of a person is kept beyond the conversation. */
  remembers?: boolean;
  max_file_bytes?: Partial<Record<FileKind, number>> | null;
}

export function startOf(config: AppConfig): AppStart {
  return {
    ...opening(config),
    takes: takesOf(config.file_upload),
    suggestsQuestions: config.suggested_questions_after_answer?.enabled ?? false,
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
  const maxBytes = start?.max_file_bytes ?? undefined;
  return {
    ...opening(start, maxBytes),
    takes: takesOf(start?.file_upload, maxBytes),
    suggestsQuestions: start?.suggests_questions ?? false,
    expectsSources: start !== undefined && start.has_knowledge && start.shows_citations,
    speech: { hears: start?.hears ?? false, speaks: start?.speaks ?? false, autoPlay: start?.auto_play ?? false },
  };
}

function opening(
  from: Pick<AppConfig, 'opening_statement' | 'suggested_questions' | 'user_input_form'> | undefined,
  maxBytes?: FileTakes['maxBytes'],
) {
  return {
    opening: from?.opening_statement ?? '',
    questions: (from?.suggested_questions ?? []).filter((question) => question.trim() !== ''),
    fields: inputFields(from, maxBytes),
  };
}

/** The knowledge bases that are searched. */
export function knowledgeBasesOf(config: AppConfig | undefined): string[] {
  return (config?.dataset_configs?.datasets?.datasets ?? [])
    .filter(({ dataset }) => dataset?.enabled !== false)
    .map(({ dataset }) => dataset.id);
}

/** The fields that people fill in. */
export function inputFields(
  config: Pick<AppConfig, 'user_input_form'> | undefined, maxBytes?: FileTakes['maxBytes'],
): InputField[] {
  return (config?.user_input_form ?? []).flatMap((item) => shownTypes.flatMap((type) => {
    const body = item[type];
    if (!body?.variable) return [];
    const isFile = type === 'file' || type === 'file-list';
    return [{
      type, variable: body.variable, label: body.label || body.variable, required: body.required ?? false,
      maxLength: body.max_length || undefined, options: body.options ?? [], hidden: body.hide ?? false,
      initial: isFile ? '' : initialOf(type, body.default),
      ...(isFile && { takes: takesOfField(body, type === 'file' ? 1 : body.max_length, maxBytes) }),
    }];
  }));
}

function initialOf(type: string, value: unknown): string {
  if (type === 'checkbox') return value === true || value === 'true' ? 'true' : '';
  return value === undefined || value === null ? '' : String(value);
}

import { Problem } from '../../api/problem';
import type { AgentStep, AgentWork, MadeFile } from './agent/types';
import type { HumanForm } from './human/humanForm';

/** A passage that an answer was made from, in the names of Dify's `retriever_resource`. */
export interface Citation {
  /** The number in the answer: `[1]`. */
  position: number;
  dataset_id: string;
  dataset_name: string;
  document_id: string;
  document_name: string;
  segment_id: string;
  segment_position: number;
  /** 0 to 1. */
  score: number;
  content: string;
  page: number | null;
}

export interface TokenUsage {
  prompt_tokens: number;
  completion_tokens: number;
  total_tokens: number;
}

/** A decimal number as text; 0 where no price is known. */
export interface Cost {
  amount: string;
  currency: string;
}

export type Rating = 'like' | 'dislike';

/** What a file is to a model. */
export type FileKind = 'image' | 'document' | 'audio' | 'video' | 'custom';

/** A file of a conversation; its address is good for ten minutes. */
export interface ChatFile {
  id: string;
  name: string;
  mime_type: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
  url: string;
}

/** How a question refers to a file. */
export interface FileReference {
  type: FileKind;
  transfer_method: 'local_file' | 'remote_url';
  upload_file_id?: string;
  url?: string;
}

/** What is asked besides the words. */
export interface QuestionOptions {
  files?: readonly GivenFile[];
  /** The message that the question follows; null for none. Left out, the server decides. */
  parent?: string | null;
  /** The messages beside which it makes a branch. */
  beside?: readonly string[];
}

/** A file that goes with a question, and how it is shown until the server has told of it. */
export interface GivenFile {
  reference: FileReference;
  shown: ChatFile;
}

/** An answer that people wrote beforehand. */
export interface Annotation {
  id: string;
  account: { id: string | null; name: string };
}

/** A question and its answer, as the server keeps them. */
export interface Message {
  id: string;
  conversation_id?: string;
  /** The message before; null for the first. */
  parent_id?: string | null;
  /** Those that follow the same message, this one among them: other answers, or other questions. */
  siblings?: string[];
  query: string;
  inputs: Record<string, unknown>;
  files?: ChatFile[];
  answer: string;
  status: 'running' | 'completed' | 'stopped' | 'failed';
  error: string | null;
  error_code?: string | null;
  /** Where the error log has the failure: known to who saw it happen. */
  trace_id?: string;
  /** The answer stands in the place of one that is not allowed. */
  moderated?: boolean;
  annotation?: Annotation | null;
  citations: Citation[];
  feedback: { rating: Rating; content?: string | null } | null;
  /** Public pages do not tell what an answer was made by and what it used. */
  model?: string | null;
  usage?: TokenUsage;
  cost?: Cost;
  /** Seconds. */
  time_to_first_token?: number | null;
  /** Seconds. */
  duration?: number | null;
  created_at: string;
  /** What an agent did on the way to the answer. */
  steps?: readonly AgentStep[];
  made_files?: readonly MadeFile[];
}

export type TurnState = 'waiting' | 'streaming' | 'reconnecting' | Message['status'];

/** A question and its answer as they are shown, be they kept, being written or refused. */
export interface Turn extends AgentWork {
  /** Stable while the answer grows. */
  key: string;
  /** Known once the server has begun; also the name of the run, to watch and to stop it. */
  messageId?: string;
  conversation?: string;
  parentId?: string | null;
  siblings?: readonly string[];
  query: string;
  inputs?: Record<string, unknown>;
  files?: readonly ChatFile[];
  answer: string;
  state: TurnState;
  /** The connection broke and was found again. */
  resumed?: boolean;
  error?: unknown;
  /** What the answer waits for, and the run that does. */
  forms?: readonly HumanForm[];
  run?: string;
  moderated?: boolean;
  annotation?: Annotation | null;
  citations: readonly Citation[];
  rating?: Rating;
  /** What was said about the answer besides the rating. */
  note?: string | null;
  model?: string | null;
  usage?: TokenUsage;
  cost?: Cost;
  timeToFirstToken?: number | null;
  duration?: number | null;
}

/** Which passage the source panel shows. */
export interface OpenSource {
  turn: string;
  position: number;
}

export const isRunning = (state: TurnState): boolean =>
  state === 'waiting' || state === 'streaming' || state === 'reconnecting' || state === 'running';

export function turnOf(message: Message): Turn {
  return {
    key: message.id,
    messageId: message.id,
    conversation: message.conversation_id,
    parentId: message.parent_id,
    siblings: message.siblings,
    query: message.query,
    inputs: message.inputs,
    files: message.files,
    answer: message.answer,
    state: message.status,
    error: problemOf(message),
    moderated: message.moderated,
    annotation: message.annotation,
    citations: message.citations,
    rating: message.feedback?.rating,
    note: message.feedback?.content,
    model: message.model,
    usage: message.usage,
    cost: message.cost,
    timeToFirstToken: message.time_to_first_token,
    duration: message.duration,
    steps: message.steps,
    madeFiles: message.made_files,
  };
}

// As the stream tells it, so that a failure reads the same when it happens and when the conversation is read again.
function problemOf({ error, error_code, trace_id }: Message): Problem | undefined {
  if (error === null) return undefined;
  return new Problem(400, { code: error_code ?? undefined, detail: error || undefined, reason: error, trace_id });
}

/** The message that a turn is kept as. */
export function messageOf(turn: Turn, before?: Message): Message {
  const problem = turn.error instanceof Problem ? turn.error : undefined;
  return {
    id: turn.messageId!,
    conversation_id: turn.conversation,
    parent_id: turn.parentId,
    siblings: turn.siblings && [...turn.siblings],
    query: turn.query,
    inputs: turn.inputs ?? {},
    files: turn.files && [...turn.files],
    answer: turn.answer,
    status: turn.state === 'stopped' || turn.state === 'failed' ? turn.state : 'completed',
    error: turn.state === 'failed' ? problem?.detail ?? '' : null,
    error_code: turn.state === 'failed' ? problem?.code ?? 'client.unexpected' : null,
    trace_id: problem?.traceId,
    moderated: turn.moderated,
    annotation: turn.annotation,
    citations: [...turn.citations],
    feedback: before?.feedback ?? null,
    model: turn.model,
    usage: turn.usage,
    cost: turn.cost,
    time_to_first_token: turn.timeToFirstToken,
    duration: turn.duration,
    created_at: before?.created_at ?? new Date().toISOString(),
    steps: turn.steps,
    made_files: turn.madeFiles,
  };
}

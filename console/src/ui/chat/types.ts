import type { AgentStep, AgentWork, MadeFile } from './agent/types';

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

export type Rating = 'like' | 'dislike';

/** A question and its answer, as the server keeps them. */
export interface Message {
  id: string;
  query: string;
  inputs: Record<string, unknown>;
  answer: string;
  status: 'running' | 'completed' | 'stopped' | 'failed';
  error: string | null;
  citations: Citation[];
  feedback: { rating: Rating } | null;
  model: string | null;
  usage: TokenUsage;
  /** Seconds. */
  time_to_first_token: number | null;
  /** Seconds. */
  duration: number | null;
  created_at: string;
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
  query: string;
  answer: string;
  state: TurnState;
  /** A `Problem` of the stream, or the sentence that the server kept. */
  error?: unknown;
  citations: readonly Citation[];
  rating?: Rating;
  model?: string | null;
  usage?: TokenUsage;
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
    query: message.query,
    answer: message.answer,
    state: message.status,
    error: message.error ?? undefined,
    citations: message.citations,
    rating: message.feedback?.rating,
    model: message.model,
    usage: message.usage,
    timeToFirstToken: message.time_to_first_token,
    duration: message.duration,
    steps: message.steps,
    madeFiles: message.made_files,
  };
}

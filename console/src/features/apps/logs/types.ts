import type { Message } from '../../../ui/chat/types';

export interface Cost {
  /** A decimal number. */
  amount: string;
  currency: string;
}

/** A conversation of anybody with an app. */
export interface LogConversation {
  id: string;
  name: string;
  source: string;
  person: { id: string; kind: 'user' | 'end_user'; name: string | null };
  inputs: Record<string, unknown>;
  introduction: string | null;
  message_count: number;
  likes: number;
  dislikes: number;
  annotated: boolean;
  errors: number;
  tokens: number;
  cost: Cost | null;
  model: string | null;
  created_at: string;
  updated_at: string;
  /** The newest message that holds the words that were looked for. */
  match_id: string | null;
}

export interface OperatorFeedback {
  rating: 'like' | 'dislike';
  content: string | null;
  name: string | null;
  updated_at: string;
}

export interface LogMessage {
  message: Message & { siblings: string[]; sibling_index: number; cost: Cost };
  error_code: string | null;
  comment: string | null;
  annotation_id: string | null;
  operator_feedback: OperatorFeedback | null;
}

export interface TraceStep {
  kind: string;
  title: string;
  started_at: string;
  /** Seconds. */
  duration: number | null;
  input: unknown;
  output: unknown;
  tokens: { prompt_tokens: number; completion_tokens: number } | null;
  error: string | null;
}

export interface LogFilter {
  search: string;
  user: string;
  source: string;
  feedback: string;
  model: string;
  min_cost: string;
  errors: string;
  /** Days of the browser's zone, both included. */
  from: string;
  to: string;
}

import type { AgentEvent } from './agent/agentEvents';
import type { Citation, TokenUsage } from './types';

interface Addressed {
  task_id: string;
  message_id: string;
  conversation_id: string;
}

/** What a running answer sends; `message_start` comes first, `message_end` or `error` last. */
export type ChatEvent =
  | ({ event: 'message_start'; citations: Citation[] } & Addressed)
  | AgentEvent
  | ({ event: 'message' | 'agent_message'; answer: string } & Addressed)
  | ({ event: 'message_replace'; answer: string } & Addressed)
  | ({ event: 'message_end'; metadata: AnswerMetadata } & Addressed)
  | ({ event: 'error'; status: number; code: string; message: string; trace_id?: string } & Partial<Addressed>)
  | { event: 'ping' };

interface AnswerMetadata {
  /** `provider/model` */
  model?: string;
  usage: TokenUsage & { latency?: number; time_to_first_token?: number | null };
  retriever_resources?: Citation[];
}

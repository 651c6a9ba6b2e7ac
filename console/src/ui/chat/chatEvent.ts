import type { AgentEvent } from './agent/agentEvents';
import type { Annotation, Citation, TokenUsage } from './types';

interface Addressed {
  task_id: string;
  message_id: string;
  conversation_id: string;
}

/** What a running answer sends; `message_start` comes first, `message_end` or `error` last. */
export type ChatEvent =
  | ({ event: 'message_start'; citations: Citation[]; parent_id?: string | null } & Addressed)
  | AgentEvent
  | ({ event: 'message' | 'agent_message'; answer: string } & Addressed)
  | ({ event: 'message_replace'; answer: string; reason?: string } & Addressed)
  | ({ event: 'message_end'; metadata: AnswerMetadata } & Addressed)
  | ({ event: 'error'; status: number; code: string; message: string; trace_id?: string } & Partial<Addressed>)
  | { event: 'human_input_required'; workflow_run_id: string; data: Record<string, unknown> }
  | { event: 'human_input_form_filled' | 'human_input_form_timeout'; data: { node_id?: string } }
  | { event: 'ping' };

interface AnswerMetadata {
  /** `provider/model` */
  model?: string;
  /** Not told on public pages. */
  usage?: TokenUsage & {
    latency?: number; time_to_first_token?: number | null; total_price?: string; currency?: string;
  };
  annotation_reply?: Annotation | null;
  moderated?: boolean;
  retriever_resources?: Citation[];
}

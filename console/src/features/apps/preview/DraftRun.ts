import { api } from '../../../api/client';
import { eventStream } from '../../../api/eventStream';
import { Problem } from '../../../api/problem';
import type { Citation } from '../../../ui/chat/types';

export interface RunState {
  status: 'waiting' | 'running' | 'completed' | 'stopped' | 'failed';
  answer: string;
  citations: readonly Citation[];
  /** The run's id; known once the server has begun. */
  id?: string;
  conversation?: string;
  model?: string;
  /** Seconds. */
  timeToFirstToken?: number | null;
  /** Seconds. */
  duration?: number;
  tokens?: number;
  /** A decimal string. */
  price?: string;
  currency?: string;
  error?: unknown;
}

/** What is asked of a draft. */
export interface DraftQuestion {
  query: string;
  inputs: Record<string, unknown>;
  conversation_id?: string;
  /** Another model than the draft's. */
  model?: unknown;
}

interface Usage {
  total_tokens: number;
  total_price?: string;
  currency?: string;
  latency?: number;
  time_to_first_token?: number | null;
}

interface StreamEvent {
  event: string;
  message_id?: string;
  conversation_id?: string;
  answer?: string;
  citations?: Citation[];
  metadata?: { model?: string; usage: Usage; retriever_resources?: Citation[] };
  status?: number;
  code?: string;
  message?: string;
  trace_id?: string;
}

/** One answer of a draft in the making. Its text is handed on once per frame. */
export class DraftRun {
  readonly question: DraftQuestion;
  readonly #path: string;
  readonly #listeners = new Set<() => void>();
  #state: RunState = { status: 'waiting', answer: '', citations: [] };
  #arrived = '';
  #frame: number | undefined;
  #stopping = false;

  constructor(app: string, question: DraftQuestion) {
    this.#path = `/api/v1/apps/${app}/chat`;
    this.question = question;
    void this.#listen();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): RunState => this.#state;

  get isRunning(): boolean {
    return this.#state.status === 'waiting' || this.#state.status === 'running';
  }

  /** Asks the server to end the answer; what came stays. */
  readonly stop = async (): Promise<void> => {
    this.#stopping = true;
    const { id } = this.#state;
    // Before the server has named the run there is nothing to stop: its first event brings us back here.
    if (id && this.isRunning) await api.post(`${this.#path}/${id}/stop`).catch((error: unknown) => this.#change({ error }));
  };

  async #listen(): Promise<void> {
    let isOver = false;
    try {
      const events = eventStream(this.#path, {
        body: { ...this.question, conversation_id: this.question.conversation_id ?? null, draft: true },
        resume: () => this.#state.id && `${this.#path}/${this.#state.id}/events`,
        isLast: () => isOver,
      });
      for await (const { data } of events) {
        const event = JSON.parse(data) as StreamEvent;
        isOver = event.event === 'message_end' || event.event === 'error';
        this.#take(event);
      }
    } catch (error) {
      this.#flush({ status: 'failed', error });
    }
  }

  #take(event: StreamEvent): void {
    switch (event.event) {
      case 'message_start':
        this.#change({
          status: 'running', id: event.message_id, conversation: event.conversation_id, citations: event.citations ?? [],
        });
        if (this.#stopping) void this.stop();
        break;
      case 'message':
        this.#arrived += event.answer ?? '';
        this.#soon();
        break;
      case 'message_replace':
        this.#arrived = '';
        this.#change({ answer: event.answer ?? '' });
        break;
      case 'message_end': {
        const { model, usage, retriever_resources } = event.metadata!;
        this.#flush({
          status: this.#stopping ? 'stopped' : 'completed', model, duration: usage.latency, tokens: usage.total_tokens,
          timeToFirstToken: usage.time_to_first_token, price: usage.total_price, currency: usage.currency,
          citations: retriever_resources ?? this.#state.citations,
        });
        break;
      }
      case 'error': {
        const { status = 500, code, message, trace_id } = event;
        this.#flush({ status: 'failed', error: new Problem(status, { code, detail: message, reason: message, trace_id }) });
        break;
      }
      default:
    }
  }

  #soon(): void {
    // A hidden page draws no frames; its answer has to arrive all the same.
    this.#frame ??= document.hidden ? window.setTimeout(() => this.#flush(), 250) : requestAnimationFrame(() => this.#flush());
  }

  #flush(change: Partial<RunState> = {}): void {
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#frame);
      this.#frame = undefined;
    }
    const text = this.#arrived;
    this.#arrived = '';
    this.#change({ answer: this.#state.answer + text, ...change });
  }

  #change(change: Partial<RunState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

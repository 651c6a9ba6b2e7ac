import { api } from '../../api/client';
import { eventStream } from '../../api/eventStream';
import { Problem } from '../../api/problem';
import { workAfter } from './agent/agentEvents';
import type { ChatEvent } from './chatEvent';
import { isRunning, type Message, type Turn } from './types';

/** What a session tells the cache of kept messages. */
export interface SessionOutlet {
  /** The server has begun a new conversation. */
  onBegun: (conversation: string) => void;
  /** An answer is over and kept. */
  onSettled: (conversation: string, turn: Turn, inputs: Record<string, unknown>) => void;
  /** The stream is lost for good; what was kept has to be read again. */
  onLost: (conversation: string) => Promise<unknown>;
}

/** What changes rarely: drawn by the page, while the growing text is drawn by the live turn alone. */
export interface SessionOutline {
  conversation: string | undefined;
  liveKey: string | undefined;
  messageId: string | undefined;
  state: Turn['state'] | undefined;
  stopping: boolean;
}

let nextKey = 1;
let nextSerial = 1;

/**
 * One conversation and its answer in the making. It outlives the page that shows it, so that an answer goes on while somebody
 * reads another conversation. Text is gathered and handed on once per frame.
 */
export class ChatSession {
  /** Tells sessions apart on the page, also before a conversation has its id. */
  readonly serial = nextSerial++;
  readonly app: string;
  readonly draft: boolean;
  readonly #outlet: SessionOutlet;
  readonly #listeners = new Set<() => void>();
  #conversation: string | undefined;
  #scrollTop: number | undefined;
  #live: Turn | undefined;
  #outline: SessionOutline;
  #arrived = '';
  #frame: number | undefined;
  #stopping = false;
  #inputs: Record<string, unknown> = {};
  // The keys under which answers were begun on this page: a kept answer stays in its place on the screen.
  readonly #keys = new Map<string, string>();
  readonly #followed = new Set<string>();

  constructor(app: string, options: { conversation?: string; draft?: boolean; outlet: SessionOutlet }) {
    this.app = app;
    this.draft = options.draft ?? false;
    this.#conversation = options.conversation;
    this.#outlet = options.outlet;
    this.#outline = this.#sketch();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly live = (): Turn | undefined => this.#live;

  readonly outline = (): SessionOutline => this.#outline;

  /** Where the reader was, in pixels from the top; undefined is the end. */
  get scrollTop(): number | undefined {
    return this.#scrollTop;
  }

  /** Remembers where the reader is, for when the conversation is shown again. */
  keepPlace(scrollTop: number | undefined): void {
    this.#scrollTop = scrollTop;
  }

  /** The key of a kept answer. */
  keyOf(messageId: string): string {
    return this.#keys.get(messageId) ?? messageId;
  }

  /** Asks; does nothing while an answer is being written. */
  async ask(query: string, inputs: Record<string, unknown> = {}): Promise<void> {
    if (this.#live && isRunning(this.#live.state)) return;
    this.#inputs = inputs;
    this.#begin({ key: `live${nextKey++}`, query, answer: '', state: 'waiting', citations: [] });
    const body = { query, inputs, conversation_id: this.#conversation ?? null, ...(this.draft && { draft: true }) };
    await this.#listen(`/api/v1/apps/${this.app}/chat`, body);
  }

  /** Goes on with an answer that was running when the page was loaded; tried once, as it may run where we cannot watch it. */
  async follow(message: Message): Promise<void> {
    if (this.#followed.has(message.id) || (this.#live && isRunning(this.#live.state))) return;
    this.#followed.add(message.id);
    this.#inputs = message.inputs;
    this.#begin({
      key: message.id, messageId: message.id, query: message.query, answer: '', state: 'reconnecting',
      citations: message.citations,
    });
    await this.#listen(this.#eventsPath(message.id));
  }

  /** Asks the server to end the answer; what came stays. */
  async stop(): Promise<void> {
    if (!this.#live || !isRunning(this.#live.state) || this.#stopping) return;
    this.#stopping = true;
    this.#publish();
    // Before the server has named the run there is nothing to stop yet: the first event sends it.
    if (this.#live.messageId) await this.#sendStop(this.#live.messageId);
  }

  /** Forgets the conversation; the next question begins a new one. */
  reset(): void {
    this.#conversation = undefined;
    this.#live = undefined;
    this.#publish();
  }

  async #sendStop(run: string): Promise<void> {
    try {
      await api.post(`/api/v1/apps/${this.app}/chat/${run}/stop`);
    } catch {
      // The answer goes on; the button can be pressed again.
      this.#stopping = false;
      this.#publish();
    }
  }

  async #listen(path: string, body?: unknown): Promise<void> {
    let ended = false;
    try {
      const events = eventStream(path, {
        body,
        resume: () => (this.#live?.messageId ? this.#eventsPath(this.#live.messageId) : body ? undefined : path),
        isLast: () => ended,
        onState: (state) => state === 'reconnecting' && this.#change({ state: 'reconnecting' }),
      });
      for await (const { data } of events) {
        const event = JSON.parse(data) as ChatEvent;
        ended = event.event === 'message_end' || event.event === 'error';
        this.#take(event);
      }
    } catch (error) {
      await this.#lose(error);
    }
  }

  #take(event: ChatEvent): void {
    switch (event.event) {
      case 'message_start':
        this.#enter(event.conversation_id);
        if (this.#live) this.#keys.set(event.message_id, this.#live.key);
        this.#change({ messageId: event.message_id, citations: event.citations, state: 'streaming' });
        if (this.#stopping) void this.#sendStop(event.message_id);
        break;
      case 'message':
      case 'agent_message':
        this.#arrived += event.answer;
        this.#soon();
        break;
      case 'message_replace':
        this.#arrived = '';
        this.#change({ answer: event.answer, state: 'streaming' });
        break;
      case 'message_end': {
        const { model, usage, retriever_resources } = event.metadata;
        this.#settle({
          state: this.#stopping ? 'stopped' : 'completed', model, usage, duration: usage.latency,
          timeToFirstToken: usage.time_to_first_token, ...(retriever_resources && { citations: retriever_resources }),
        });
        break;
      }
      case 'error': {
        const { status, code, message, trace_id } = event;
        this.#settle({ state: 'failed', error: new Problem(status, { code, detail: message, reason: message, trace_id }) });
        break;
      }
      case 'agent_thought':
      case 'message_file':
      case 'tool_confirmation':
        // What was written before it belongs to it.
        this.#flush();
        if (this.#live) this.#change(workAfter(this.#live, event, this.app));
        break;
      case 'ping':
    }
  }

  async #lose(error: unknown): Promise<void> {
    // The run is no longer watched here, but it was begun: what became of it is kept with the conversation.
    if (this.#live?.messageId && this.#conversation && error instanceof Problem && error.status === 404) {
      this.#flush();
      await this.#outlet.onLost(this.#conversation).catch(() => undefined);
      this.#live = undefined;
      this.#stopping = false;
      this.#publish();
      return;
    }
    this.#settle({ state: 'failed', error });
  }

  #enter(conversation: string): void {
    if (this.#conversation === conversation) return;
    this.#conversation = conversation;
    this.#outlet.onBegun(conversation);
  }

  #begin(turn: Turn): void {
    this.#live = turn;
    this.#arrived = '';
    this.#stopping = false;
    this.#scrollTop = undefined;
    this.#publish();
  }

  #settle(change: Partial<Turn>): void {
    this.#stopping = false;
    this.#flush(change);
    if (this.#live?.messageId && this.#conversation) {
      this.#outlet.onSettled(this.#conversation, this.#live, this.#inputs);
    }
  }

  #change(change: Partial<Turn>): void {
    if (!this.#live) return;
    this.#live = { ...this.#live, ...change };
    this.#publish();
  }

  #soon(): void {
    if (this.#frame !== undefined) return;
    // A hidden page draws no frames; its answer has to arrive all the same.
    this.#frame = document.hidden
      ? window.setTimeout(() => this.#flush(), 250)
      : requestAnimationFrame(() => this.#flush());
  }

  #flush(change: Partial<Turn> = {}): void {
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#frame);
      this.#frame = undefined;
    }
    const text = this.#arrived;
    this.#arrived = '';
    if (!this.#live) return;
    this.#change({ state: 'streaming', answer: this.#live.answer + text, ...change });
  }

  #publish(): void {
    const next = this.#sketch();
    const names = Object.keys(next) as (keyof SessionOutline)[];
    if (names.some((name) => next[name] !== this.#outline[name])) this.#outline = next;
    for (const listener of this.#listeners) listener();
  }

  #sketch(): SessionOutline {
    return {
      conversation: this.#conversation, liveKey: this.#live?.key, messageId: this.#live?.messageId,
      state: this.#live?.state, stopping: this.#stopping,
    };
  }

  #eventsPath(run: string): string {
    return `/api/v1/apps/${this.app}/chat/${run}/events`;
  }
}

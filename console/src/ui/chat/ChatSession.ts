import { eventStream } from '../../api/eventStream';
import { Problem } from '../../api/problem';
import { callsOf, type ChatBackend } from './ChatBackend';
import { isAgentEvent, workAfter } from './agent/agentEvents';
import type { ChatEvent } from './chatEvent';
import { changeBy } from './changeBy';
import { FrameText } from './FrameText';
import type { FormAnswer } from './human/humanForm';
import { isRunning, turnOf, type Message, type QuestionOptions, type Turn } from './types';

/** What a session tells the cache of kept messages. */
export interface SessionOutlet {
  /** The server has begun a new conversation. */
  onBegun: (conversation: string) => void;
  /** The server has written the question down. */
  onStarted: (conversation: string) => void;
  /** An answer is over and kept. */
  onSettled: (conversation: string, turn: Turn) => void;
  /** The stream is lost for good; what was kept has to be read again. */
  onLost: (conversation: string) => Promise<unknown>;
}

interface SessionOptions {
  conversation?: string;
  draft?: boolean;
  /** Each question stands for itself, as with apps that have no conversations. */
  single?: boolean;
  outlet: SessionOutlet;
}

/** What changes rarely: drawn by the page, while the growing text is drawn by the live turn alone. */
export interface SessionOutline {
  conversation: string | undefined;
  liveKey: string | undefined;
  messageId: string | undefined;
  /** The message that the live turn follows; null for none, undefined for the last one. */
  parent: string | null | undefined;
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
  readonly backend: ChatBackend;
  readonly app: string;
  readonly draft: boolean;
  readonly single: boolean;
  readonly #outlet: SessionOutlet;
  readonly #listeners = new Set<() => void>();
  readonly #heard = new Set<(event: { event: string }) => void>();
  readonly #text = new FrameText(() => this.#flush());
  #conversation: string | undefined;
  #scrollTop: number | undefined;
  #live: Turn | undefined;
  #outline: SessionOutline;
  #stopping = false;
  #beside: readonly string[] | undefined;
  // The keys under which answers were begun on this page: a kept answer stays in its place on the screen.
  readonly #keys = new Map<string, string>();
  readonly #followed = new Set<string>();

  constructor(backend: ChatBackend, app: string, options: SessionOptions) {
    this.backend = backend;
    this.app = app;
    this.draft = options.draft ?? false;
    this.single = options.single ?? false;
    this.#conversation = options.conversation;
    this.#outlet = options.outlet;
    this.#outline = this.#sketch();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears every event of answers, also those that change nothing here: what the nodes of a graph do. */
  readonly listen = (listener: (event: { event: string }) => void): (() => void) => {
    this.#heard.add(listener);
    return () => this.#heard.delete(listener);
  };

  readonly live = (): Turn | undefined => this.#live;

  readonly outline = (): SessionOutline => this.#outline;

  get isRunning(): boolean {
    return this.#live !== undefined && isRunning(this.#live.state);
  }

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

  /**
   * Asks; does nothing while an answer is being written. A refusal stands in the place of the answer, except for a branch:
   * then it is thrown, and what was there is shown again.
   */
  async ask(query: string, inputs: Record<string, unknown> = {}, options: QuestionOptions = {}): Promise<void> {
    if (this.isRunning) return;
    const { files = [], parent, beside } = options;
    const isNew = this.single || this.#conversation === undefined;
    this.#begin({ query, inputs, files: files.map(({ shown }) => shown), parentId: isNew ? undefined : parent }, beside);
    await this.#listen(this.#path, {
      query,
      inputs,
      conversation_id: isNew ? null : this.#conversation,
      ...(!isNew && parent !== undefined && { parent_id: parent }),
      ...(files.length > 0 && { files: files.map(({ reference }) => reference) }),
      ...(this.draft && { draft: true }),
    });
  }

  /** Has a kept question answered once more, beside the answer that is there. Refusals are thrown. */
  async regenerate(turn: Turn): Promise<void> {
    if (this.isRunning || !turn.messageId) return;
    const { query, inputs, files, parentId, messageId } = turn;
    this.#begin({ query, inputs, files, parentId: this.single ? undefined : parentId }, turn.siblings ?? [messageId]);
    await this.#listen(`${this.backend.appPath(this.app)}/messages/${messageId}/regenerate`, {});
  }

  /** Goes on with an answer that was running when the page was loaded; tried once, as it may run where we cannot watch it. */
  async follow(message: Message): Promise<void> {
    if (this.#followed.has(message.id) || this.isRunning) return;
    this.#followed.add(message.id);
    if (this.single) this.#conversation = message.conversation_id;
    this.#begin({ ...turnOf(message), answer: '', state: 'reconnecting' }, undefined);
    await this.#listen(this.#eventsPath(message.id));
  }

  /** Asks the server to end the answer; what came stays. */
  async stop(): Promise<void> {
    if (!this.#live || !this.isRunning || this.#stopping) return;
    this.#stopping = true;
    this.#publish();
    // Before the server has named the run there is nothing to stop yet: the first event sends it.
    if (this.#live.messageId) await this.#sendStop(this.#live.messageId);
  }

  /** Hands in a form that the answer waits for. Refusals are thrown. */
  async answer(form: string, answer: FormAnswer): Promise<void> {
    if (!this.#live?.run) return;
    await callsOf(this.backend).post(`${this.backend.appPath(this.app)}/workflow-runs/${this.#live.run}/forms/${form}`, answer);
    this.#change({ forms: this.#live?.forms?.filter(({ id }) => id !== form) });
  }

  /** Forgets the conversation; the next question begins a new one. */
  reset(): void {
    this.#conversation = undefined;
    this.#drop();
  }

  async #sendStop(run: string): Promise<void> {
    try {
      await callsOf(this.backend).post(`${this.#path}/${run}/stop`);
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
        send: this.backend.send,
        body,
        resume: () => (this.#live?.messageId ? this.#eventsPath(this.#live.messageId) : body ? undefined : path),
        isLast: () => ended,
        onState: (state) => this.#connect(state),
      });
      for await (const { data } of events) {
        const event = JSON.parse(data) as ChatEvent;
        ended = event.event === 'message_end' || event.event === 'error';
        this.#take(event);
        for (const listener of this.#heard) listener(event);
      }
    } catch (error) {
      await this.#lose(error);
    }
  }

  #connect(state: 'open' | 'reconnecting'): void {
    if (state === 'reconnecting') this.#change({ state });
    else if (this.#live?.state === 'reconnecting') this.#change({ state: 'streaming', resumed: true });
  }

  #take(event: ChatEvent): void {
    if (!this.#live || event.event === 'ping') return;
    if (event.event === 'message' || event.event === 'agent_message') {
      this.#text.add(event.answer);
      return;
    }
    if (isAgentEvent(event)) {
      // What was written before it belongs to it.
      this.#flush();
      this.#change(workAfter(this.#live, event, this.#path));
      return;
    }
    if (event.event === 'message_replace') this.#text.take();
    if (event.event === 'message_start') {
      this.#keys.set(event.message_id, this.#live.key);
      this.#enter(event.conversation_id);
    }
    const change = changeBy(event, this.#live, this.#beside, this.#stopping);
    if (event.event === 'message_end' || event.event === 'error') this.#settle(change);
    else this.#change(change);
    if (event.event === 'message_start') {
      this.#outlet.onStarted(event.conversation_id);
      if (this.#stopping) void this.#sendStop(event.message_id);
    }
  }

  async #lose(error: unknown): Promise<void> {
    // The run is no longer watched here, but it was begun: what became of it is kept with the conversation.
    if (this.#live?.messageId && this.#conversation && error instanceof Problem && error.status === 404) {
      this.#flush();
      await this.#outlet.onLost(this.#conversation).catch(() => undefined);
      this.#drop();
      return;
    }
    if (this.#live && !this.#live.messageId && this.#beside) {
      this.#drop();
      throw error;
    }
    this.#settle({ state: 'failed', error });
  }

  #enter(conversation: string): void {
    if (this.#conversation === conversation) return;
    this.#conversation = conversation;
    this.#outlet.onBegun(conversation);
  }

  #begin(turn: Pick<Turn, 'query'> & Partial<Turn>, beside: readonly string[] | undefined): void {
    this.#live = { key: `live${nextKey++}`, answer: '', state: 'waiting', citations: [], ...turn };
    this.#beside = beside;
    this.#text.take();
    this.#stopping = false;
    this.#scrollTop = undefined;
    this.#publish();
  }

  #drop(): void {
    this.#live = undefined;
    this.#stopping = false;
    this.#publish();
  }

  #settle(change: Partial<Turn>): void {
    this.#stopping = false;
    this.#flush(change);
    if (this.#live?.messageId && this.#conversation) {
      this.#outlet.onSettled(this.#conversation, { ...this.#live, conversation: this.#conversation });
    }
  }

  #change(change: Partial<Turn>): void {
    if (!this.#live) return;
    this.#live = { ...this.#live, ...change };
    this.#publish();
  }

  #flush(change: Partial<Turn> = {}): void {
    const text = this.#text.take();
    if (!this.#live) return;
    // What came before the connection broke is drawn after: the break stays in sight.
    const state = this.#live.state === 'reconnecting' ? 'reconnecting' : 'streaming';
    this.#change({ state, answer: this.#live.answer + text, ...change });
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
      parent: this.#live?.parentId, state: this.#live?.state, stopping: this.#stopping,
    };
  }

  get #path(): string {
    return `${this.backend.appPath(this.app)}/chat`;
  }

  #eventsPath(run: string): string {
    return `${this.#path}/${run}/events`;
  }
}

import { eventStream } from '../../../api/eventStream';
import { Problem } from '../../../api/problem';
import { answerForm, runsPath, stopRun } from '../api/runs';
import type { RunEvent, RunRequest, Values } from '../api/runTypes';
import { afterEvent, isLive, noRun, type RunState } from './runState';

export interface HeardEvent {
  at: number;
  event: string;
  data: unknown;
}

const mostEvents = 1000;

/** The run that the canvas shows: begun here, watched from elsewhere, or kept. Text is handed on once per frame. */
export class RunStore {
  readonly app: string;
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  #state: RunState = noRun;
  #problem: unknown;
  #events: HeardEvent[] = [];
  #node: string | undefined;
  #abort: AbortController | undefined;
  #frame: number | undefined;
  #stopping = false;
  #onEnd: (() => void) | undefined;

  constructor(app: string, now: () => number = Date.now) {
    this.app = app;
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): RunState => this.#state;
  /** Why the run could not be begun or watched. */
  readonly problem = (): unknown => this.#problem;
  readonly events = (): readonly HeardEvent[] => this.#events;
  /** The node that was run alone; undefined for the whole. */
  readonly node = (): string | undefined => this.#node;

  /** Is called when a run is over. */
  setOnEnd(onEnd: () => void): void {
    this.#onEnd = onEnd;
  }

  get isRunning(): boolean {
    return isLive(this.#state);
  }

  /** Begins a run of the draft; resolved when it is over. */
  async start(request: RunRequest): Promise<void> {
    this.#begin({ ...noRun, status: 'running', startedAt: this.#now() }, request.node_id ?? undefined);
    await this.#listen(runsPath(this.app), { ...request, draft: true });
  }

  /** Watches a run from its beginning, such as one that was going on when the page was loaded. */
  async watch(run: string): Promise<void> {
    this.#begin({ ...noRun, id: run, status: 'running', startedAt: this.#now() }, undefined);
    await this.#listen(this.#eventsPath(run));
  }

  /** Shows a run that is over. */
  show(state: RunState, node?: string): void {
    this.#abort?.abort();
    this.#events = [];
    this.#node = node;
    this.#problem = undefined;
    this.#set(state);
  }

  readonly reset = (): void => this.show(noRun);

  readonly stop = async (): Promise<void> => {
    this.#stopping = true;
    if (this.#state.id && this.isRunning) {
      await stopRun(this.app, this.#state.id).catch((error: unknown) => {
        this.#stopping = false;
        this.#fail(error);
      });
    }
  };

  /** Hands in what a person filled in; the run goes on. Refusals are thrown. */
  async answer(form: string, answer: { action: string; inputs: Values }): Promise<void> {
    const { id } = this.#state;
    if (!id) return;
    await answerForm(this.app, id, form, answer);
    this.#set({ ...this.#state, status: 'running', forms: this.#state.forms.filter((one) => one.id !== form) });
    // A paused run may have closed its stream: it is heard again from its beginning.
    if (this.#abort) void this.watch(id);
  }

  /** Takes an event, also one that a conversation heard. */
  readonly take = (event: RunEvent): void => {
    const now = this.#now();
    if (event.event === 'workflow_started' && event.data?.reason !== 'resumption') this.#events = [];
    if (event.event === 'ping' || event.event.startsWith('message')) return;
    this.#events = [...this.#events, { at: now, event: event.event, data: event.data ?? event }].slice(-mostEvents);
    const state = afterEvent(this.#state, event, now);
    if (state === this.#state) return;
    this.#state = state;
    if (event.event === 'text_chunk' || event.event === 'reasoning_chunk') this.#soon();
    else this.#publish();
    if (event.event === 'workflow_started' && this.#stopping) void this.stop();
    if (event.event === 'workflow_finished' || event.event === 'error') this.#onEnd?.();
  };

  readonly close = (): void => {
    this.#abort?.abort();
    this.#abort = undefined;
  };

  #begin(state: RunState, node: string | undefined): void {
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.#stopping = false;
    this.#problem = undefined;
    this.#events = [];
    this.#node = node;
    this.#set(state);
  }

  async #listen(path: string, body?: unknown): Promise<void> {
    const { signal } = this.#abort!;
    let isOver = false;
    try {
      const events = eventStream(path, {
        body, signal, isLast: () => isOver,
        resume: () => (this.#state.id ? this.#eventsPath(this.#state.id) : body === undefined ? path : undefined),
      });
      for await (const { data } of events) {
        const event = JSON.parse(data) as RunEvent;
        isOver = event.event === 'workflow_finished' || event.event === 'error';
        this.take(event);
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#problem = error;
    const isRefused = error instanceof Problem && !this.#state.id;
    this.#set(isRefused ? noRun : afterEvent(this.#state, { event: 'error', message: error instanceof Error ? error.message : undefined }, this.#now()));
    this.#onEnd?.();
  }

  #eventsPath(run: string): string {
    return `${runsPath(this.app)}/${run}/events`;
  }

  #set(state: RunState): void {
    this.#state = state;
    this.#publish();
  }

  #soon(): void {
    // A hidden page draws no frames; its text has to arrive all the same.
    this.#frame ??= document.hidden ? window.setTimeout(() => this.#publish(), 250) : requestAnimationFrame(() => this.#publish());
  }

  #publish(): void {
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#frame);
      this.#frame = undefined;
    }
    for (const listener of this.#listeners) listener();
  }
}

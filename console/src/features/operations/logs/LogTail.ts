import { api } from '../../../api/client';
import { eventStream } from '../../../api/eventStream';
import { servicePath } from '../queries';
import type { ServiceLog } from '../types';
import { joined } from './joined';

/** Lines kept; older ones fall out. */
export const atMost = 5000;
const readAtOnce = 500;
/** How long the stream stays open in a tab that nobody looks at. */
const hiddenPatience = 30_000;

export interface TailState {
  lines: readonly string[];
  /** The number of the first line since the tail began. */
  first: number;
  state: 'reading' | 'open' | 'reconnecting' | 'failed';
  error?: unknown;
  /** Where another manager keeps the log. */
  command?: string;
}

/** The end of a service's log and what is appended to it, as a store; drawn at most once per frame. */
export class LogTail {
  private readonly service: string;
  private readonly listeners = new Set<() => void>();
  private shown: TailState = { lines: [], first: 0, state: 'reading' };
  private waiting: string[] = [];
  private isWaitingForEnd = true;
  private frame: number | undefined;
  private abort: AbortController | undefined;
  private closing: ReturnType<typeof setTimeout> | undefined;

  constructor(service: string) {
    this.service = service;
  }

  readonly get = (): TailState => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) this.start();
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  private start(): void {
    document.addEventListener('visibilitychange', this.onVisible);
    this.open();
  }

  private stop(): void {
    document.removeEventListener('visibilitychange', this.onVisible);
    clearTimeout(this.closing);
    this.close();
  }

  private readonly onVisible = (): void => {
    clearTimeout(this.closing);
    if (document.hidden) this.closing = setTimeout(() => this.close(), hiddenPatience);
    else if (!this.abort) this.open();
  };

  private open(): void {
    const abort = new AbortController();
    this.abort = abort;
    void this.follow(abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) this.show({ state: 'failed', error });
    });
  }

  private close(): void {
    this.abort?.abort();
    this.abort = undefined;
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
    // The end of the log is read again when it goes on.
    this.waiting = [];
  }

  private async follow(signal: AbortSignal): Promise<void> {
    // Before the stream, which may say nothing for long. A log that another manager keeps has none.
    const { lines: end, command } = await this.read(signal);
    if (command) return this.show({ state: 'open', command });
    this.append(joined(this.shown.lines, end));
    this.show({ state: 'open' });

    const onState = (state: 'open' | 'reconnecting') => {
      this.isWaitingForEnd = true;
      this.show({ state });
      // What is appended while the end is read waits, so that nothing is missing in between.
      if (state === 'open') void this.readEnd(signal);
    };
    for await (const { data } of eventStream(`${servicePath(this.service)}/log/stream`, { signal, onState })) {
      this.waiting.push(...(JSON.parse(data) as { lines: string[] }).lines);
      if (!this.isWaitingForEnd) this.frame ??= requestAnimationFrame(() => this.commit());
    }
  }

  private async readEnd(signal: AbortSignal): Promise<void> {
    try {
      const { lines } = await this.read(signal);
      this.append(joined(this.shown.lines, lines));
    } catch (error) {
      if (signal.aborted) return;
      this.show({ error });
    }
    this.isWaitingForEnd = false;
    this.append(joined(this.shown.lines, this.waiting));
    this.waiting = [];
  }

  private read(signal: AbortSignal): Promise<ServiceLog> {
    return api.get<ServiceLog>(`${servicePath(this.service)}/log`, { signal, query: { lines: readAtOnce } });
  }

  private commit(): void {
    this.frame = undefined;
    this.append([...this.shown.lines, ...this.waiting]);
    this.waiting = [];
  }

  private append(lines: readonly string[]): void {
    const over = Math.max(0, lines.length - atMost);
    this.show({ lines: over > 0 ? lines.slice(over) : lines, first: this.shown.first + over });
  }

  private show(change: Partial<TailState>): void {
    this.shown = { ...this.shown, ...change };
    for (const listener of this.listeners) listener();
  }
}

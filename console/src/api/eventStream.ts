import { send as sendSignedIn, type CallOptions, type Send } from './client';
import { Problem } from './problem';
import { parseEvents, type ServerEvent } from './sseParser';

export interface StreamOptions extends CallOptions {
  /** How calls are made; by default as whoever is signed in. */
  send?: Send;
  /** With a body the first request is a POST: a chat message, a test run. */
  body?: unknown;
  /**
   * Where a broken stream goes on, by GET with `Last-Event-ID`. By default a GET stream asks its own address again and a
   * POST stream ends with the problem, because posting twice would do the work twice. Return undefined to give up.
   */
  resume?: (lastEventId: string | undefined) => string | undefined;
  /** Says which event is the last one of a stream that ends by itself; after it, the end of the bytes is no failure. */
  isLast?: (event: ServerEvent) => boolean;
  onState?: (state: 'open' | 'reconnecting') => void;
}

const longestPause = 15_000;

/**
 * The events of a stream, over reconnects, without repeats as long as the server numbers them. Ends after the last event or
 * when the signal fires; throws a `Problem` when the server refuses, or when the stream broke and cannot be resumed.
 */
export async function* eventStream(path: string, options: StreamOptions = {}): AsyncGenerator<ServerEvent> {
  const { send = sendSignedIn, body, resume, isLast, onState, signal, ...call } = options;
  const posts = body !== undefined;
  let address = path;
  let lastId: string | undefined;
  let pause = 500;
  let started = false;

  for (;;) {
    try {
      const first = posts && !started;
      const response = await send(address, {
        ...call,
        signal,
        method: first ? 'POST' : 'GET',
        body: first ? JSON.stringify(body) : undefined,
        headers: {
          Accept: 'text/event-stream',
          ...(first && { 'Content-Type': 'application/json' }),
          ...(lastId !== undefined && { 'Last-Event-ID': lastId }),
          ...call.headers,
        },
      });
      started = true;
      onState?.('open');
      for await (const event of parseEvents(response.body!)) {
        if (event.id !== undefined) lastId = event.id;
        pause = event.retry ?? 500;
        yield event;
        if (isLast?.(event)) return;
      }
      if (posts && !isLast) return;
    } catch (error) {
      if (signal?.aborted) return;
      const refused = error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429;
      if (refused || (posts && !started)) throw error;
    }

    if (signal?.aborted) return;
    const next = resume ? resume(lastId) : posts ? undefined : path;
    if (next === undefined) throw new Problem(0, { code: 'client.stream_broken' });
    address = next;
    onState?.('reconnecting');
    await wait(pause, signal);
    if (signal?.aborted) return;
    pause = Math.min(pause * 2, longestPause);
  }
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

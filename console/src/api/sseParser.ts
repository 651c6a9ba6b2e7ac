/** One event of a stream. */
export interface ServerEvent {
  id: string | undefined;
  /** `message` when the server named none. */
  type: string;
  data: string;
  /** Milliseconds to wait before a reconnect, when the server said so. */
  retry: number | undefined;
}

/** Reads server-sent events from the bytes of an answer (WHATWG HTML, "Server-sent events"). Comments are dropped. */
export async function* parseEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let draft: Draft = {};
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A carriage return at the end may be half of a line end; it waits for the next bytes.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') {
          read(line, draft);
          continue;
        }
        const event = finish(draft);
        draft = {};
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    // The caller may have stopped in the middle: that closes the connection.
    await reader.cancel().catch(() => undefined);
  }
}

interface Draft {
  id?: string;
  type?: string;
  data?: string[];
  retry?: number;
}

function read(line: string, draft: Draft): void {
  const colon = line.indexOf(':');
  if (colon === 0) return;
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'data') (draft.data ??= []).push(value);
  else if (field === 'event') draft.type = value;
  else if (field === 'id') draft.id = value;
  else if (field === 'retry' && /^\d+$/.test(value)) draft.retry = Number(value);
}

function finish(draft: Draft): ServerEvent | undefined {
  if (!draft.data) return undefined;
  return { id: draft.id, type: draft.type || 'message', data: draft.data.join('\n'), retry: draft.retry };
}

/** A stream of server-sent events that a test writes as it goes. */
export interface FakeStream {
  response: () => Response;
  send: (event: object) => void;
  close: () => void;
}

/** Events are numbered from 1, as the server numbers them; `close` without a last event is a broken connection. */
export function fakeStream(): FakeStream {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
  });
  let id = 1;
  return {
    response: () => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    send: (event) => controller.enqueue(new TextEncoder().encode(`id: ${id++}\ndata: ${JSON.stringify(event)}\n\n`)),
    close: () => controller.close(),
  };
}

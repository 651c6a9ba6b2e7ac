import { fakeServer, problem } from '../testing/fakeServer';
import { eventStream } from './eventStream';
import { acceptAnswer } from './session';
import { parseEvents, type ServerEvent } from './sseParser';

const stream = (...parts: string[]) => new Response(new ReadableStream<Uint8Array>({
  start(controller) {
    for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
    controller.close();
  },
}));

async function all(events: AsyncIterable<ServerEvent>): Promise<ServerEvent[]> {
  const result = [];
  for await (const event of events) result.push(event);
  return result;
}

beforeEach(() => acceptAnswer({ access_token: 'test', expires_in: 3600 }));

it('reads events whatever the cuts of the bytes', async () => {
  const bytes = new TextEncoder().encode(': hello\n\nid: 7\nevent: a\ndata: 消防\r\ndata:二\r\n\r\nretry: 20\ndata: x\n\ndata: lost');
  for (const size of [1, 2, 5, 400]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });

    expect(await all(parseEvents(body))).toEqual([
      { id: '7', type: 'a', data: '消防\n二', retry: undefined },
      { id: undefined, type: 'message', data: 'x', retry: 20 },
    ]);
  }
});

it('goes on behind the last event after a break, without doing the work twice', async () => {
  const server = fakeServer({
    'POST /run': () => stream('id: 1\nretry: 1\ndata: one\n\n'),
    'GET /run/events': () => stream('id: 2\ndata: two\n\n', 'id: 3\ndata: end\n\n'),
  });
  const states: string[] = [];

  const events = await all(eventStream('/run', {
    body: {}, resume: () => '/run/events', isLast: ({ data }) => data === 'end', onState: (state) => states.push(state),
  }));

  expect(events.map(({ data }) => data)).toEqual(['one', 'two', 'end']);
  expect(server.calls.map(({ method }) => method)).toEqual(['POST', 'GET']);
  expect(server.calls[1]!.headers.get('Last-Event-ID')).toBe('1');
  expect(states).toEqual(['open', 'reconnecting', 'open']);
});

it('says that an answer broke when it cannot be resumed', async () => {
  fakeServer({ 'POST /run': () => stream('data: one\n\n') });

  await expect(all(eventStream('/run', { body: {}, isLast: () => false }))).rejects.toMatchObject({ code: 'client.stream_broken' });
});

it('hands on a refusal', async () => {
  fakeServer({ 'POST /run': () => problem(409, 'apps.not_published', 'x') });

  await expect(all(eventStream('/run', { body: {} }))).rejects.toMatchObject({ code: 'apps.not_published' });
});

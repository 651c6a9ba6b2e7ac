import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderPage } from '../testing/render';
import { useLive } from './live';

function Listener({ topic }: { topic: string }) {
  const [heard, setHeard] = useState<string[]>([]);
  useLive(topic, ({ type }) => setHeard((before) => [...before, type]));
  return <p>{topic}: {heard.join()}</p>;
}

function Page() {
  const [more, setMore] = useState(false);
  return (
    <>
      <Listener topic="jobs" />
      <Listener topic="apps" />
      {more && <Listener topic="knowledge:7" />}
      <button type="button" onClick={() => setMore(true)}>more</button>
    </>
  );
}

it('serves all listeners of a page by one stream and tells the server of later topics', async () => {
  let push: (event: object) => void = () => undefined;
  const changes: unknown[] = [];
  const { server } = await renderPage(<Page />, {
    answers: {
      'GET /api/v1/events': () => new Response(new ReadableStream<Uint8Array>({
        start(controller) {
          push = (event) => controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
          push({ type: 'hello', data: { stream_id: 's1' } });
        },
      })),
      'POST /api/v1/events/s1/topics': async (request) => {
        changes.push(await request.json());
        return new Response(null, { status: 204 });
      },
    },
  });
  const streams = () => server.calls.filter(({ url, method }) => method === 'GET' && url.includes('/events'));
  await waitFor(() => expect(streams()).toHaveLength(1));
  expect(new URL(streams()[0]!.url).searchParams.get('topics')).toBe('jobs,apps');

  push({ type: 'job.changed', topic: 'jobs', data: {} });
  expect(await screen.findByText('jobs: job.changed')).toBeVisible();
  expect(screen.getByText('apps:')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'more' }));
  await waitFor(() => expect(changes).toEqual([{ add: ['knowledge:7'], remove: [] }]));
  expect(streams()).toHaveLength(1);
});

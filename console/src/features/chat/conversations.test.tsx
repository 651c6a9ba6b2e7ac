import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { conversation, kept, page, show } from './testing';

it('looks for conversations on the server, and says when there are none', async () => {
  const { server } = await show('chat/c1', {
    'GET /api/v1/conversations': (request) => {
      const query = new URL(request.url).searchParams.get('query');
      return Response.json(query === null ? page(conversation) : query === 'heat' ? page({ ...conversation, id: 'c5', name: 'Heat' }) : page());
    },
  });
  await screen.findByRole('link', { name: 'Detectors' });
  const search = screen.getByRole('searchbox', { name: 'Search conversations' });

  await userEvent.type(search, 'heat');
  expect(await screen.findByRole('link', { name: 'Heat' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Detectors' })).toBeNull();
  await userEvent.type(search, 's');
  expect(await screen.findByText(/Nothing found/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(await screen.findByRole('link', { name: 'Detectors' })).toBeVisible();
  expect(server.calls.filter(({ url }) => url.includes('query=')).length).toBe(2);
});

it('hands a whole conversation to the browser as Markdown', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved.push(blob);
      return 'blob:test';
    },
    revokeObjectURL: () => undefined,
  }));
  const second = { ...kept, id: 'm3', query: 'Second?', answer: 'Yes.', citations: [], files: [{ id: 'f', name: 'a.pdf' }] };
  await show('chat/c1', {
    'GET /api/v1/conversations/c1/messages': (request) => Response.json(
      new URL(request.url).searchParams.get('cursor') === 'older'
        ? page(kept)
        : { data: [second], has_more: true, next_cursor: 'older' },
    ),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Detectors”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Export as Markdown' }));

  await waitFor(() => expect(saved).toHaveLength(1));
  const text = await textOf(saved[0]!);
  expect(text).toMatch(/^# Detectors\n\n\*Fire assistant\*\n\n## Question · .*\n\nHow far apart\?\n\n## Answer\n\nAt most \*\*15 m\*\*/);
  expect(text).toContain('- [1] code-1.pdf (Page 24)');
  expect(text).toContain('Second?\n\nFiles: a.pdf\n\n## Answer\n\nYes.');
});

// jsdom's blobs cannot say what they hold.
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

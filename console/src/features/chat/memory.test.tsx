import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, show, start } from './testing';

const fact = (id: string, text: string) => ({ id, text, source_message_id: null, created_at: '2026-11-20T00:00:00Z', updated_at: '2026-11-20T00:00:00Z' });
const noContent = () => new Response(null, { status: 204 });

async function open() {
  const view = await show('chat/c1', {
    'GET /api/v1/apps/a1/start': { ...start, remembers: true },
    'GET /api/v1/apps/a1/memory': page(fact('1', 'Works in Shanghai.'), fact('2', 'Likes tables.')),
    'PATCH /api/v1/apps/a1/memory/1': fact('1', 'Works in Suzhou.'),
    'DELETE /api/v1/apps/a1/memory/2': noContent,
    'DELETE /api/v1/apps/a1/memory': noContent,
  });
  await userEvent.click((await screen.findAllByRole('button', { name: 'More' }))[0]!);
  await userEvent.click(await screen.findByRole('menuitem', { name: 'What it remembers' }));
  await screen.findByText('Works in Shanghai.');
  return view;
}
const answer = (server: Awaited<ReturnType<typeof open>>['server'], ...facts: object[]) => {
  server.answers['GET /api/v1/apps/a1/memory'] = page(...facts);
};

it('shows what an app remembers, corrects it and forgets one thing after a question', async () => {
  const { server } = await open();
  answer(server, fact('1', 'Works in Suzhou.'), fact('2', 'Likes tables.'));
  await userEvent.click(screen.getAllByRole('button', { name: 'Correct' })[0]!);
  const input = screen.getByRole('textbox', { name: 'Correct' });
  await userEvent.clear(input);
  await userEvent.type(input, 'Works in Suzhou.');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Works in Suzhou.')).toBeVisible();
  expect(await server.calls.find(({ method }) => method === 'PATCH')!.json()).toEqual({ text: 'Works in Suzhou.' });

  answer(server, fact('1', 'Works in Suzhou.'));
  await userEvent.click(screen.getAllByRole('button', { name: 'Forget' })[1]!);
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Forget' }));
  await waitFor(() => expect(screen.queryByText('Likes tables.')).toBeNull());
});

it('forgets everything after a question', async () => {
  const { server } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Forget everything' }));
  expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(false);
  answer(server);
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Forget everything' }));

  expect(await screen.findByText('Nothing is remembered yet')).toBeVisible();
  expect(server.calls.some(({ method, url }) => method === 'DELETE' && url.endsWith('/memory'))).toBe(true);
});

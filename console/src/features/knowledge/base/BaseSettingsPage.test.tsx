import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { atWorkspace, fireCode } from '../testing';
import { BaseSettingsPage } from './BaseSettingsPage';

const show = (answers: Record<string, Answer>, permissions = ['knowledge.read', 'knowledge.update', 'knowledge.delete']) =>
  renderPage(<BaseSettingsPage />, {
    route: 'knowledge/:id/settings', path: 'knowledge/kb1/settings', words: ['knowledge'], permissions,
    answers: { 'GET /api/v1/knowledge-bases/kb1': fireCode, 'GET /api/v1/models': { data: [] }, ...answers },
  });

it('saves what changed, and leaves the settled embedding model alone', async () => {
  const saved = vi.fn();
  await show({
    'PATCH /api/v1/knowledge-bases/kb1': async (request) => {
      const body = await request.json();
      saved(body);
      return Response.json({ ...fireCode, ...body });
    },
  });

  const name = await screen.findByLabelText('Name');
  await waitFor(() => expect(name).toBeEnabled());
  await userEvent.clear(name);
  await userEvent.type(name, 'Fire rules');
  expect(screen.getByText('Unsaved changes')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Fire rules' })).toBeVisible();
  expect(saved.mock.calls[0]![0]).toMatchObject({ name: 'Fire rules', chunking: { max_length: 500 }, retrieval: { top_k: 4 } });
  expect(saved.mock.calls[0]![0]).not.toHaveProperty('embedding_model');
});

it('refuses an overlap of more than half of the chunk', async () => {
  await show({});

  const overlap = await screen.findByLabelText('Overlap');
  await waitFor(() => expect(overlap).toBeEnabled());
  await userEvent.clear(overlap);
  await userEvent.type(overlap, '400');
  await userEvent.tab();

  expect(await screen.findByText('The overlap is at most half of the chunk length')).toBeVisible();
});

it('deletes the base once its name is typed', async () => {
  const deleted = vi.fn();
  const { router } = await show({
    'DELETE /api/v1/knowledge-bases/kb1': () => {
      deleted();
      return new Response(null, { status: 204 });
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Delete knowledge base' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('2 documents and 480 chunks');
  const button = within(dialog).getByRole('button', { name: 'Delete knowledge base' });
  expect(button).toBeDisabled();
  await userEvent.type(within(dialog).getByRole('textbox'), 'Fire code');
  await userEvent.click(button);

  await waitFor(() => expect(router.state.location.pathname).toBe(`${atWorkspace}/knowledge`));
  expect(deleted).toHaveBeenCalledOnce();
});

it('can be read but not changed without the permission', async () => {
  await show({}, ['knowledge.read']);

  expect(await screen.findByLabelText('Name')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Delete knowledge base' })).not.toBeInTheDocument();
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { renderPage, workspaceId } from '../../../testing/render';
import { AppsPage } from './AppsPage';

const app = {
  id: 'a1', name: 'Fire assistant', description: '', icon: null, mode: 'chat', status: 'published', version: 4,
  draft_revision: 5, published_at: null, has_unpublished_changes: true, created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const everything = ['apps.read', 'apps.create', 'apps.delete', 'apps.update'];

const show = (answers: Record<string, Answer> = {}, permissions = everything) => renderPage(<AppsPage />, {
  route: 'apps', words: ['apps'], permissions,
  answers: {
    'GET /api/v1/apps': page(app),
    'GET /api/v1/knowledge-bases': page({ id: 'kb1', name: 'Fire code', document_count: 1, chunk_count: 1 }),
    ...answers,
  },
});

it('lists apps with their version and what is not published yet', async () => {
  await show();

  expect(await screen.findByRole('link', { name: 'Fire assistant' })).toHaveAttribute('href', `/w/${workspaceId}/apps/a1`);
  expect(screen.getByText('Published v4')).toBeVisible();
  expect(screen.getByText(/unpublished changes/)).toBeVisible();
});

it('makes an app from a template, with its variables left in the prompt', async () => {
  const { server, router } = await show({ 'POST /api/v1/apps': () => Response.json({ ...app, id: 'a9' }, { status: 201 }) });
  await userEvent.keyboard('c');
  await userEvent.click(await screen.findByRole('radio', { name: /Policy Q&A/ }));
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Policy Q&A');
  await userEvent.click(screen.getByRole('button', { name: 'Create and open' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/apps/a9`));
  const body = await server.calls.find(({ method }) => method === 'POST')!.json();
  expect(body).toMatchObject({ name: 'Policy Q&A', mode: 'chat', icon: '📘' });
  expect(body.config.pre_prompt).toContain('{{department}}');
  expect(body.config.user_input_form[0]['text-input']).toMatchObject({ variable: 'department', label: 'Your department' });
  expect(body.config.suggested_questions).toHaveLength(3);
});

it('copies an app with its draft', async () => {
  const { server } = await show({
    'GET /api/v1/apps/a1/draft': { revision: 5, config: { pre_prompt: 'x', unknown: 1 }, updated_at: '' },
    'POST /api/v1/apps': () => Response.json({ ...app, id: 'a9', name: 'Copy of Fire assistant' }, { status: 201 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Fire assistant”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy' }));

  expect(await screen.findByText('Copied as “Copy of Fire assistant”')).toBeVisible();
  expect(await server.calls.find(({ method }) => method === 'POST')!.json())
    .toMatchObject({ name: 'Copy of Fire assistant', config: { pre_prompt: 'x', unknown: 1 } });
});

it('says what goes along before an app is deleted', async () => {
  const { server } = await show({ 'DELETE /api/v1/apps/a1': () => new Response(null, { status: 204 }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Fire assistant”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  expect(await screen.findByText(/live version v4/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('takes a deletion back', async () => {
  const { server } = await show({
    'DELETE /api/v1/apps/a1': () => new Response(null, { status: 204 }), 'POST /api/v1/apps/a1/restore': app,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Fire assistant”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  // Lines of other tests may still stand; the newest is the last.
  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
  await userEvent.click((await screen.findAllByRole('button', { name: 'Undo' })).at(-1)!);

  expect(await screen.findByText('“Fire assistant” is back')).toBeInTheDocument();
  expect(server.calls.some(({ method }) => method === 'POST')).toBe(true);
});

it('shows what lies in the trash, to bring it back or delete it for good', async () => {
  const { server } = await show({ 'DELETE /api/v1/apps/a1': () => new Response(null, { status: 204 }) });
  await userEvent.click(await screen.findByText('Trash'));
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Fire assistant”' }));
  expect(await screen.findByRole('menuitem', { name: 'Bring back' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Delete for good' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete for good' }));

  await waitFor(() => expect(server.calls.find(({ method }) => method === 'DELETE')?.url).toContain('permanently=true'));
  expect(server.calls.some(({ url }) => url.includes('trash=true'))).toBe(true);
});

it('names the permission when somebody may not make apps', async () => {
  await show({ 'GET /api/v1/apps': page() }, ['apps.read']);

  expect(await screen.findByText('No apps yet')).toBeVisible();
  for (const button of screen.getAllByRole('button', { name: 'New app' })) expect(button).toHaveAttribute('aria-disabled', 'true');
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../testing/fakeServer';
import { renderPage, workspaceId } from '../../testing/render';
import { HomePage } from './HomePage';

const builder = [
  'apps.read', 'apps.create', 'apps.use', 'apps.keys', 'knowledge.read', 'knowledge.create', 'knowledge.update', 'models.manage', 'jobs.read',
  'members.invite',
];
const empty = { data: [], has_more: false, next_cursor: null };
const healthy = { status: 'ok', version: '1', checks: { database: { status: 'ok' } } };
const steps = ['change_password', 'connect_model', 'upload_document', 'ask', 'create_key', 'invite']
  .map((id, at) => ({ id, done: at < 2 }));
const base = { id: 'kb1', name: 'Fire code', failed_count: 3, processing_count: 0, document_count: 9, updated_at: '2026-11-20T00:00:00Z' };

const show = (answers: Record<string, Answer> = {}, permissions = builder) => renderPage(<HomePage />, {
  words: ['home'], permissions,
  answers: {
    'GET /health': healthy,
    'GET /api/v1/onboarding': { steps },
    'GET /api/v1/jobs': empty,
    'GET /api/v1/model-providers': empty,
    'GET /api/v1/apps': empty,
    'GET /api/v1/knowledge-bases': empty,
    ...answers,
  },
});

it('leads from each open line of the checklist to its form, and counts what is done', async () => {
  await show({ 'GET /api/v1/knowledge-bases': { ...empty, data: [base] } });

  const list = await screen.findByRole('region', { name: 'Get started' });
  expect(within(list).getByText('2/6')).toBeVisible();
  await waitFor(() => expect(within(list).getByRole('link', { name: 'Upload a document' }))
    .toHaveAttribute('href', `/w/${workspaceId}/knowledge/kb1`));
  expect(within(list).getByRole('link', { name: 'Upload' })).toBeVisible();
  expect(within(list).queryByRole('link', { name: 'Connect a model' })).not.toBeInTheDocument();
});

it('remembers per workspace that the checklist was sent away', async () => {
  const { unmount } = await show();
  await userEvent.click(await screen.findByRole('button', { name: 'Do not show again' }));
  expect(screen.queryByRole('region', { name: 'Get started' })).not.toBeInTheDocument();
  unmount();

  const { server } = await show();
  await screen.findByText('All clear');
  expect(screen.queryByRole('region', { name: 'Get started' })).not.toBeInTheDocument();
  expect(server.calls.some(({ url }) => url.includes('onboarding'))).toBe(false);
});

it('shows only the steps that the person may take', async () => {
  await show({}, ['knowledge.read', 'knowledge.create', 'knowledge.update']);

  const list = await screen.findByRole('region', { name: 'Get started' });
  expect(within(list).queryByText('Invite somebody')).not.toBeInTheDocument();
  expect(within(list).getByText('1/2')).toBeVisible();
});

it('names what is wrong and leads there', async () => {
  await show({
    'GET /health': { ...healthy, status: 'degraded', checks: { object_store: { status: 'failing' } } },
    'GET /api/v1/knowledge-bases': { ...empty, data: [base] },
    'GET /api/v1/model-providers': { ...empty, data: [{ id: 'p1', name: 'ollama', enabled: true, status: 'failing', last_error: 'refused' }] },
    'GET /api/v1/jobs': {
      ...empty, data: [
        { id: 'j1', kind: 'workspace.erase', title: 'Erase', created_at: '2026-11-20T00:00:00Z', finished_at: null },
        { id: 'j2', kind: 'knowledge.ingest', title: 'a.pdf', created_at: '2026-11-20T00:00:00Z', finished_at: null },
      ],
    },
  });

  expect(await screen.findByText('3 documents failed')).toBeVisible();
  expect(await screen.findByText('The file store is not well')).toBeVisible();
  expect(await screen.findByText('The provider ollama fails')).toBeVisible();
  expect(await screen.findByText('1 job failed')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Needs attention (4)' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show: 3 documents failed' }))
    .toHaveAttribute('href', `/w/${workspaceId}/knowledge/kb1?status=error`);
});

it('says that all is clear, and when it looked', async () => {
  await show();

  expect(await screen.findByText('All clear')).toBeVisible();
  expect(screen.getByText(/^Last checked \d\d:\d\d$/)).toBeVisible();
});

it('does not call all clear what it could not ask', async () => {
  await show({ 'GET /api/v1/jobs': () => problem(500, 'x.y', 'no') });

  expect(await screen.findByText(/One part could not be read/)).toBeVisible();
  expect(screen.queryByText('All clear')).not.toBeInTheDocument();
});

it('shows apps and knowledge bases together, the last touched first', async () => {
  await show({
    'GET /api/v1/apps': { ...empty, data: [{ id: 'a1', name: 'Contract questions', version: 4, has_unpublished_changes: true, updated_at: '2026-11-20T08:00:00Z' }] },
    'GET /api/v1/knowledge-bases': { ...empty, data: [{ ...base, failed_count: 0 }] },
  });

  const recent = await screen.findByRole('region', { name: 'Recent' });
  await within(recent).findByText('Fire code');
  expect(within(recent).getAllByRole('link').map((link) => link.textContent)).toEqual(['Contract questions', 'Fire code']);
  expect(within(recent).getByText('v4 · unpublished changes')).toBeVisible();
});

it('sends whoever only asks to the chat', async () => {
  const { router } = await show({}, ['apps.read', 'apps.use', 'knowledge.read', 'knowledge.retrieve', 'models.read']);

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/chat`));
});

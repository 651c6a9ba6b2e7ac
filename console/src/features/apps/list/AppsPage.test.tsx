import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage, workspaceId } from '../../../testing/render';
import { AppsPage } from './AppsPage';

const app = {
  id: 'a1', name: 'Fire assistant', description: '', icon: null, mode: 'chat', status: 'published', version: 4,
  draft_revision: 5, published_at: null, has_unpublished_changes: true, created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z', tags: [{ id: 't1', name: 'Safety' }], is_favourite: false, deleted_at: null, created_by: 'u1', updated_by: 'u1',
};
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const everything = ['apps.read', 'apps.create', 'apps.delete', 'apps.update', 'members.read'];
const templates = [
  { id: 'summary', category: 'writing', mode: 'completion', icon: '📝', language: 'en', name: 'Summary', description: 'Brings long texts down' },
  { id: 'knowledge-qa', category: 'knowledge', mode: 'chat', icon: '📘', language: 'en', name: 'Knowledge Q&A', description: 'Answers' },
];

const show = (answers: Record<string, Answer> = {}, permissions = everything) => renderPage(<AppsPage />, {
  route: 'apps', words: ['apps', 'appList', 'appEditor'], permissions,
  answers: {
    'GET /api/v1/apps': page(app),
    'GET /api/v1/app-tags': [{ id: 't1', name: 'Safety', binding_count: 1 }],
    [`GET /api/v1/workspaces/${workspaceId}/members`]: page({ user_id: 'u1', name: 'Wang Yuqing', email: 'w@example.cn' }),
    'GET /api/v1/app-templates': templates,
    'GET /api/v1/knowledge-bases': page({ id: 'kb1', name: 'Fire code', document_count: 1, chunk_count: 1 }),
    ...answers,
  },
});

const press = async (name: string) => {
  // Until it is known what somebody may do, nothing can be pressed.
  await waitFor(() => expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-disabled', 'true'));
  await userEvent.click(screen.getByRole('button', { name }));
};

it('lists apps with their version and what is not published yet', async () => {
  await show();

  expect(await screen.findByRole('link', { name: 'Fire assistant' })).toHaveAttribute('href', `/w/${workspaceId}/apps/a1`);
  expect(screen.getByText('Published v4')).toBeVisible();
  expect(screen.getByText(/unpublished changes/)).toBeVisible();
});

it('makes an app of a template, in the language of who makes it', async () => {
  const { server, router } = await show({ 'POST /api/v1/apps': () => Response.json({ ...app, id: 'a9' }, { status: 201 }) });
  await userEvent.keyboard('c');
  await userEvent.click(await screen.findByRole('radio', { name: /Summary/ }));
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Summary');
  await userEvent.click(screen.getByRole('button', { name: 'Create and open' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/apps/a9`));
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toEqual({
    name: 'Summary', description: 'Brings long texts down', icon: '📝', template: 'summary', language: 'en',
  });
});

it('makes an empty text generator that has something to fill in', async () => {
  const { server } = await show({ 'POST /api/v1/apps': () => Response.json({ ...app, id: 'a9' }, { status: 201 }) });
  await userEvent.keyboard('c');
  await userEvent.click(await screen.findByRole('radio', { name: /Blank text generator/ }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Create and open' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'POST')).toBe(true));
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toMatchObject({
    name: 'Mine', mode: 'completion',
    config: { pre_prompt: '{{query}}', user_input_form: [{ paragraph: { variable: 'query', label: 'Your input' } }] },
  });
});

it('copies an app', async () => {
  const { server } = await show({
    'POST /api/v1/apps/a1/copy': () => Response.json({ ...app, id: 'a9', name: 'Copy of Fire assistant' }, { status: 201 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Fire assistant”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy' }));

  expect(await screen.findByText('Copied as “Copy of Fire assistant”')).toBeVisible();
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toEqual({ name: 'Copy of Fire assistant' });
});

it('says whose an app is and what it is tagged with, and narrows the list by both', async () => {
  const { server, router } = await show();
  expect(await screen.findByText('Wang Yuqing')).toBeVisible();
  expect(screen.getByText('Safety')).toBeVisible();
  await userEvent.click(screen.getByText('Mine'));
  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('mine=true'))).toBe(true));
  await userEvent.click(screen.getByRole('combobox', { name: 'Tags' }));
  await userEvent.click(await screen.findByText('Safety (1)', { selector: '.ant-select-item-option-content' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('tag_ids=t1') && url.includes('mine=true'))).toBe(true));
  expect(router.state.location.search).toBe('?scope=mine&tags=t1');
});

it('marks a favourite at once and takes it back when the server refuses', async () => {
  await show({ 'PUT /api/v1/apps/a1/favourite': () => problem(403, 'auth.forbidden', 'no', { permission: 'apps.read' }) });
  const star = await screen.findByRole('button', { name: /Mark Fire assistant/ });
  await userEvent.click(star);

  await waitFor(() => expect(screen.getByRole('button', { name: /Mark Fire assistant/ })).toHaveAttribute('aria-pressed', 'false'));
  expect((await screen.findAllByText(/permission/)).length).toBeGreaterThan(0);
});

it('tags several apps, with a tag that is made for it', async () => {
  const { server } = await show({
    'POST /api/v1/app-tags': () => Response.json({ id: 't2', name: 'New', binding_count: 0 }, { status: 201 }),
    'POST /api/v1/app-tags/bind': () => new Response(null, { status: 204 }),
    'GET /api/v1/apps': page(app, { ...app, id: 'a2', name: 'Other' }),
  });
  await screen.findByText('Other');
  await userEvent.keyboard('jxjx');
  await userEvent.click(await screen.findByRole('button', { name: 'Tags' }));
  await userEvent.type(await screen.findByRole('combobox', { name: 'Tags' }), 'New{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/bind'))).toBe(true));
  expect(await server.calls.find(({ url }) => url.endsWith('/bind'))!.json()).toEqual({ tag_ids: ['t2'], app_ids: ['a1', 'a2'] });
});

it('lists what will not work before an imported app is opened, each kind of trouble once', async () => {
  const tool = (name: string) => ({
    code: 'unknown_tool', message: `The tool '${name}' is not there; choose another.`, path: `model_config.agent_mode.tools[${name}]`,
  });
  const { server, router } = await show({
    'POST /api/v1/apps/import': {
      app_id: 'a9', status: 'completed-with-warnings', version: '0.1.5', current_version: '0.6.0',
      warnings: [{ code: 'older_version', message: 'x', path: 'version' }, tool('search'), tool('maps')],
    },
  });
  await press('Import');
  await userEvent.click(await screen.findByText('Paste'));
  await userEvent.type(screen.getByRole('textbox', { name: 'YAML' }), 'kind: app');
  await userEvent.click(screen.getAllByRole('button', { name: 'Import' }).at(-1)!);

  expect(await screen.findByText(/older version 0\.1\.5/)).toBeInTheDocument();
  expect(screen.getAllByText(/These tools are not here/)).toHaveLength(1);
  expect(screen.getByText(/^search · /)).toBeInTheDocument();
  expect(screen.getByText(/^maps · /)).toBeInTheDocument();
  expect(await server.calls.find(({ url }) => url.includes('/import'))!.text()).toBe('kind: app');
  await userEvent.click(screen.getByRole('button', { name: 'Open the app' }));
  expect(router.state.location.pathname).toBe(`/w/${workspaceId}/apps/a9`);
});

it('asks before a file of a version that is not known here is imported', async () => {
  const pending = { app_id: null, status: 'pending', version: '9.0', current_version: '0.6.0', warnings: [] };
  const { server } = await show({
    'POST /api/v1/apps/import': ({ url }) => Response.json(url.includes('confirm=true') ? { ...pending, app_id: 'a9' } : pending),
  });
  await press('Import');
  await userEvent.click(await screen.findByText('Address'));
  await userEvent.type(screen.getByRole('textbox', { name: 'Address of the file' }), 'https://x.example/a.yml');
  await userEvent.click(screen.getAllByRole('button', { name: 'Import' }).at(-1)!);
  await userEvent.click(await screen.findByRole('button', { name: 'Import anyway' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('confirm=true&url=https%3A%2F%2Fx.example%2Fa.yml'))).toBe(true));
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

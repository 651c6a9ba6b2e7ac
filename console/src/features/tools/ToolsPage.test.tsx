import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../testing/fakeServer';
import { renderPage } from '../../testing/render';
// What is loaded on demand is there before the tests begin.
import './ImportDrawer';
import './MailDrawer';
import { ToolsPage } from './ToolsPage';
import type { OfferedTool, ToolProvider, ToolProviderDetail } from './types';

const pets: ToolProvider = {
  id: 't1', kind: 'openapi', provider_type: 'api', name: 'Pets', description: 'All pets', icon: '🔌', server_url: 'https://pets.example.com',
  source_url: 'https://pets.example.com/openapi.json', transport: 'auto', has_secret: true, headers: ['X-Team'], tool_count: 1,
  auth: { type: 'api_key', in: 'header', name: 'X-Key', prefix: '', username: '' },
  command: null, arguments: [], environment: [], network: false, signed_in: null, sign_in_problem: null,
  created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z',
};
const detail: ToolProviderDetail = {
  provider: pets, source: '', used_by: [{ id: 'a1', name: 'Pet shop', mode: 'workflow', in_draft: true, in_published: true }],
  tools: [{
    name: 'list_pets', label: 'List pets', description: 'Lists them.', needs_confirmation: false, method: 'GET', path: '/pets',
    parameters: { type: 'object', properties: { owner: { type: 'string', description: 'Whose' }, limit: { type: 'integer', default: 5 } }, required: ['owner'] },
  }],
};
const mail: OfferedTool = {
  provider_type: 'builtin', provider_id: 'email', tool_name: 'send_mail', label: { 'zh-CN': '发送邮件', en: 'Send e-mail' },
  description: { 'zh-CN': '发送邮件。', en: 'Sends an e-mail.' }, parameters: {}, needs_confirmation: true, icon: '✉️', provider_name: null,
};

const show = (answers: Record<string, Answer> = {}, path = 'tools', permissions = ['apps.read', 'apps.update']) =>
  renderPage(<ToolsPage />, {
    route: 'tools', path, words: ['tools'], permissions,
    answers: {
      'GET /api/v1/tool-providers': { data: [pets], has_more: false, next_cursor: null },
      'GET /api/v1/tool-providers/t1': detail,
      'GET /api/v1/tools': { data: [mail] },
      ...answers,
    },
  });

/** Remembers the bodies that were sent. */
function recorder(answer: object, status = 200) {
  const bodies: unknown[] = [];
  const respond = async (request: Request) => {
    bodies.push(await request.json());
    return Response.json(answer, { status });
  };
  return { bodies, respond };
}

it('imports a curl command with nothing but the command, and shows what came of it', async () => {
  const saved = recorder(detail, 201);
  await show({ 'GET /api/v1/tool-providers': { data: [], has_more: false, next_cursor: null }, 'POST /api/v1/tool-providers': saved.respond });

  await screen.findByText('No imported tools');
  await userEvent.click(screen.getAllByRole('button', { name: 'Import tools' })[1]!);
  await userEvent.click(await screen.findByText('curl'));
  await userEvent.type(screen.getByLabelText(/^curl command/), 'curl https://pets.example.com/pets');
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));

  expect(await screen.findByRole('heading', { name: '🔌 Pets' })).toBeVisible();
  expect(saved.bodies).toEqual([{ kind: 'curl', source: 'curl https://pets.example.com/pets', transport: 'auto', headers: {} }]);
});

it('starts an MCP server by a command with its arguments and secrets, without a network that nobody may grant', async () => {
  const saved = recorder(detail, 201);
  await show({ 'POST /api/v1/tool-providers': saved.respond }, 'tools?open=new');

  await userEvent.click(await screen.findByText('MCP'));
  await userEvent.click(screen.getByText('Command (stdio)'));
  expect(screen.queryByLabelText(/^Server/)).not.toBeInTheDocument();
  await userEvent.type(screen.getByRole('textbox', { name: /^Command/ }), 'python3');
  await userEvent.type(screen.getByLabelText(/^Arguments/), '/opt/mcp/weather.py{enter}--city');
  await userEvent.click(screen.getByRole('button', { name: 'Add a variable' }));
  await userEvent.type(screen.getByLabelText('Variable'), 'API_KEY');
  await userEvent.type(screen.getByLabelText('Value'), 's3cret');
  expect(screen.getByRole('switch')).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));

  await waitFor(() => expect(saved.bodies).toEqual([{
    kind: 'mcp', transport: 'stdio', command: 'python3', arguments: ['/opt/mcp/weather.py', '--city'], environment: { API_KEY: 's3cret' }, network: false,
  }]));
});

it('leads to the page where one signs in, and goes on when that is done', async () => {
  const provider = { ...pets, kind: 'mcp', auth: { ...pets.auth, type: 'oauth' }, signed_in: false, sign_in_problem: 'The sign-in was refused: access_denied.' };
  let shown: ToolProviderDetail = { ...detail, provider, tools: [] };
  await show({
    'GET /api/v1/tool-providers/t1': () => Response.json(shown),
    'POST /api/v1/tool-providers/t1/sign-in': { authorization_url: 'https://login.example.com/authorize?state=s' },
  }, 'tools?peek=t1');

  expect(await screen.findByText('Nobody has signed in yet')).toBeVisible();
  expect(screen.getByText('The sign-in was refused: access_denied.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('link', { name: 'Go on at login.example.com' })).toHaveAttribute('href', 'https://login.example.com/authorize?state=s');
  shown = { ...detail, provider: { ...provider, signed_in: true, sign_in_problem: null, updated_at: '2026-01-02T00:00:00Z' } };

  expect(await screen.findByText('Signed in', undefined, { timeout: 5_000 })).toBeVisible();
  expect(await screen.findByText('List pets')).toBeVisible();
});

it('says at the field what is wrong with a document', async () => {
  await show({
    'POST /api/v1/tool-providers': () => problem(400, 'tools.invalid_description', 'The document has no operations.', { errors: { source: ['The document has no operations.'] } }),
  }, 'tools?open=new');

  await userEvent.type(await screen.findByLabelText(/^OpenAPI document/), 'openapi');
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));

  expect((await screen.findAllByText(/The document has no operations\./)).length).toBeGreaterThan(0);
});

it('changes only what was changed and keeps secrets that were not typed again', async () => {
  const saved = recorder(detail);
  await show({ 'PUT /api/v1/tool-providers/t1': saved.respond }, 'tools?peek=t1&open=edit');

  const name = await screen.findByLabelText(/^Name(?! of)/);
  await userEvent.clear(name);
  await userEvent.type(name, 'Animals');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved.bodies).toHaveLength(1));
  expect(saved.bodies[0]).toEqual({
    name: 'Animals', auth: { type: 'api_key', in: 'header', name: 'X-Key', prefix: '' }, headers: { 'X-Team': '' },
  });
});

it('tries a tool with arguments that begin from its schema', async () => {
  const tried = recorder({ ok: true, text: '2 pets', json: null, files: [], code: null, detail: null, milliseconds: 120 });
  await show({ 'POST /api/v1/tool-providers/t1/tools/list_pets/try': tried.respond }, 'tools?peek=t1');

  await userEvent.click(await screen.findByText('List pets'));
  const field = screen.getByLabelText('Arguments as JSON');
  expect(JSON.parse((field as HTMLTextAreaElement).value)).toEqual({ owner: '', limit: 5 });
  await userEvent.clear(field);
  await userEvent.type(field, '[[1]');
  await userEvent.click(screen.getByRole('button', { name: 'Try List pets' }));
  expect(screen.getByText('This is no JSON object.')).toBeVisible();
  await userEvent.clear(field);
  await userEvent.type(field, '{{"owner": "me"}');
  await userEvent.click(screen.getByRole('button', { name: 'Try List pets' }));

  expect(await screen.findByText('2 pets')).toBeVisible();
  expect(tried.bodies).toEqual([{ arguments: { owner: 'me' } }]);
});

it('names the apps that would miss it before it deletes', async () => {
  const { server } = await show({ 'DELETE /api/v1/tool-providers/t1': () => new Response(null, { status: 204 }) }, 'tools?peek=t1');

  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('1 app uses them and will fail where it calls one: Pet shop.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('sets the mail server and tries it', async () => {
  const setting = { is_set: true, host: 'smtp.example.com', port: 587, tls: true, username: 'desk', has_password: true, sender: 'desk@example.com', sender_name: '' };
  await show({
    'GET /api/v1/tools/email': setting,
    'POST /api/v1/tools/email/test': { ok: false, detail: 'no such person' },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Mail server' }));
  await userEvent.type(await screen.findByLabelText('Send the test mail to'), 'me@example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));

  expect(await screen.findByText('no such person')).toBeVisible();
});

it('offers a reader nothing to change', async () => {
  await show({}, 'tools?peek=t1', ['apps.read']);

  await screen.findByText('List pets');
  expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true');
});

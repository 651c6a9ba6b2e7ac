import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, fakeServer, type Answer } from '../testing/fakeServer';
import { fakeStream } from '../testing/fakeStream';
import { prepareWords } from '../testing/render';
import type { SiteAddress } from './address';
import { Site } from './Site';
import { siteBackend } from './siteBackend';
import type { Visit } from './types';
import type { Visitor } from './visitor';

const look = {
  title: 'Fire assistant', icon_type: 'emoji', icon: '🔥', icon_background: null, description: 'Knows the codes', copyright: '© Acme',
  privacy_policy: '', custom_disclaimer: '', default_language: 'fr', chat_color_theme: '#FFEB3B', chat_color_theme_inverted: false,
  theme: 'light' as const, show_powered_by: true, input_placeholder: 'Ask about codes',
};
const start = {
  version: 1, opening_statement: 'What do you build?', suggested_questions: [], user_input_form: [], has_knowledge: false, shows_citations: true,
};
const visit: Visit = { site: look, mode: 'chat', entry: 'granted', start, batch_rows: null };
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const talk = { id: 'c1', name: 'Detectors', message_count: 1, created_at: '2026-11-20T09:00:00Z', updated_at: '2026-11-20T09:00:00Z' };
const kept = {
  id: 'm1', conversation_id: 'c1', parent_id: null, siblings: ['m1'], query: 'How far apart?', inputs: {}, files: [], answer: 'At most **15 m**.',
  status: 'completed', error: null, citations: [], feedback: null, created_at: '2026-11-20T09:00:00Z',
};
const at = { task_id: 'm2', message_id: 'm2', conversation_id: 'c9', parent_id: null };

async function show(answers: Record<string, Answer>, address: Partial<SiteAddress> = {}, search = '') {
  await prepareWords(['site', 'chat', 'talk']);
  window.history.replaceState(null, '', `/s/tok${search}`);
  const server = fakeServer({
    'POST /s/api/tok/visits': visit,
    'GET /s/api/tok/conversations': page(talk),
    'GET /s/api/tok/conversations/c1/messages': page(kept),
    ...answers,
  });
  const visitor: Visitor = { token: undefined, user: undefined, workspace: undefined };
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={cache}>
      <Site
        address={{ token: 'tok', share: undefined, embedded: false, hosted: false, language: undefined, ...address }}
        backend={siteBackend('tok', visitor)} visitor={visitor}
      />
    </QueryClientProvider>,
  );
  return server;
}

const field = () => screen.findByRole('textbox', { name: 'Question' });

beforeEach(() => {
  localStorage.clear();
});

it('shows the app under its own name and asks it as a visitor', async () => {
  const stream = fakeStream();
  const server = await show({ 'POST /s/api/tok/chat': () => stream.response() });
  expect(await screen.findByRole('heading', { name: 'Fire assistant', level: 1 })).toBeVisible();
  expect(screen.getByText('What do you build?')).toBeVisible();
  expect(await field()).toHaveAttribute('placeholder', 'Ask about codes');
  expect(document.title).toBe('Fire assistant');

  await userEvent.type(await field(), 'And heat?{Enter}');
  stream.send({ event: 'message_start', ...at, citations: [] });
  stream.send({ event: 'message', ...at, answer: 'At most 10 m' });
  stream.send({ event: 'message_end', ...at, metadata: { retriever_resources: [], moderated: false } });

  expect(await screen.findByText('At most 10 m')).toBeVisible();
  await waitFor(() => expect(window.location.search).toBe('?c=c9'));
  expect(server.calls.every(({ url }) => new URL(url).pathname.startsWith('/s/api/tok/'))).toBe(true);
  expect(screen.queryByText(/tokens/)).toBeNull();
});

it('opens the conversation of its address, and a new one when that is gone', async () => {
  await show({}, {}, '?c=c1');
  expect(await screen.findByText('How far apart?')).toBeVisible();
});

it('gives up a conversation that is not the visitor’s', async () => {
  await show({ 'GET /s/api/tok/conversations/c7/messages': () => problem(404, 'conversations.not_found', 'x') }, {}, '?c=c7');
  expect(await screen.findByText('What do you build?')).toBeVisible();
  await waitFor(() => expect(window.location.search).toBe(''));
});

it('asks before a conversation goes', async () => {
  const server = await show({ 'DELETE /s/api/tok/conversations/c1': () => new Response(null, { status: 204 }) }, {}, '?c=c1');
  await userEvent.click(await screen.findByRole('button', { name: 'Delete “Detectors”' }));
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
  expect(await screen.findByText('What do you build?')).toBeVisible();
});

it('says the access code, and which one is wrong', async () => {
  let entered = false;
  await show({
    'POST /s/api/tok/visits': () => Response.json(entered ? visit : { ...visit, entry: 'code', start: null }),
    'POST /s/api/tok/code': async (request) => {
      entered = ((await request.json()) as { code: string }).code === 'sesame';
      return entered ? new Response(null, { status: 204 }) : problem(403, 'sites.wrong_code', 'x');
    },
  });
  const code = await screen.findByLabelText('Access code');
  await userEvent.type(code, 'guess{Enter}');
  expect(await screen.findByText('This is not the access code.')).toBeVisible();
  await userEvent.clear(code);
  await userEvent.type(code, 'sesame{Enter}');
  expect(await field()).toBeVisible();
});

it('keeps who the visitor is by itself in a frame, and shows it', async () => {
  const server = await show({ 'POST /s/api/tok/visits': { ...visit, visitor: 'v'.repeat(43) } }, { embedded: true });
  await waitFor(() => expect(server.calls.some(({ headers }) => headers.get('X-Middeck-Visitor') === 'v'.repeat(43))).toBe(true));
  expect(localStorage.getItem('middeck.visitor.tok')).toBe('v'.repeat(43));
  expect(await server.calls[0]!.json()).toEqual({ embedded: true });
});

it.each([
  ['sites.off', 404, 'Switched off'], ['sites.expired', 409, 'The link has expired'], ['sites.not_published', 409, 'Not published'],
  ['sites.network_refused', 403, 'Not from your network'], ['sites.not_found', 404, 'No such page'],
])('says %s in words', async (code, status, title) => {
  await show({ 'POST /s/api/tok/visits': () => problem(status, code, 'x') });
  expect(await screen.findByText(title)).toBeVisible();
});

it('says that somebody asks too often, and when to try again', async () => {
  await show({ 'POST /s/api/tok/chat': () => problem(429, 'sites.too_many', 'x', { retry_after_seconds: 42 }) });
  await userEvent.type(await field(), 'Again{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 42 seconds.');
});

it('shows a shared conversation and nothing to do with it', async () => {
  await show({
    'GET /s/api/tok/shares/s1': { name: 'Detectors', shared_at: '2026-11-20T09:00:00Z', messages: [{ ...kept, file_names: ['plan.pdf'] }] },
  }, { share: 's1' });
  expect(await screen.findByText('How far apart?')).toBeVisible();
  expect(screen.getByText('plan.pdf')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('makes a link to the conversation and withdraws it', async () => {
  let share: object | undefined;
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) { this.open = true; };
  const server = await show({
    'GET /s/api/tok/conversations/c1/share': () => (share ? Response.json(share) : new Response(null, { status: 204 })),
    'PUT /s/api/tok/conversations/c1/share': () => Response.json(share = { id: 's1', created_at: '2026-11-20T09:00:00Z' }),
    'DELETE /s/api/tok/conversations/c1/share': () => new Response(null, { status: 204 }),
  }, {}, '?c=c1');
  await userEvent.click(await screen.findByRole('button', { name: 'Share this conversation' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
  expect(await screen.findByRole('link', { name: /\/s\/tok\/c\/s1$/ })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Withdraw the link' }));
  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('runs a table and names the lines at fault', async () => {
  window.location.hash = '';
  let sent = 0;
  const batch = {
    id: 'b1', name: 'inputs.csv', state: 'succeeded', total: 2, succeeded: 2, failed: 0, error: null, created_at: '2026-11-20T09:00:00Z',
    finished_at: '2026-11-20T09:01:00Z',
  };
  await show({
    'POST /s/api/tok/visits': { ...visit, mode: 'completion', batch_rows: 200 },
    'GET /s/api/tok/results': page(),
    'GET /s/api/tok/batches': () => Response.json(page(...(sent > 1 ? [batch] : []))),
    'POST /s/api/tok/batches': () => (sent++ === 0
      ? problem(400, 'sites.batch_rows', 'x', { rows: [{ row: 3, reason: 'inputs.text is required' }], count: 1 })
      : Response.json(batch, { status: 202 })),
  });
  await userEvent.click(await screen.findByRole('tab', { name: 'Batch' }));
  const upload = await screen.findByLabelText('Upload CSV', { selector: 'input' });
  await userEvent.upload(upload, new File(['text\n'], 'inputs.csv', { type: 'text/csv' }));
  expect(await screen.findByText(/Line 3: inputs.text is required/)).toBeVisible();
  await userEvent.upload(upload, new File(['text\nhello\n'], 'inputs.csv', { type: 'text/csv' }));
  expect(await screen.findByText('2 / 2 lines')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Download the result of “inputs.csv”' })).toBeVisible();
});

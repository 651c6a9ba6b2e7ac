import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render';
import { LogsPage } from './LogsPage';

const app = { id: 'a1', name: 'Contracts', version: 1, mode: 'chat', draft_revision: 1 };
const row = {
  id: 'c1', name: 'How long is the leave?', source: 'api', person: { id: 'p1', kind: 'end_user', name: 'abc-7' }, inputs: {}, introduction: null,
  message_count: 2, likes: 1, dislikes: 0, annotated: false, errors: 1, tokens: 1200, cost: null, model: 'openai/gpt', created_at: '2026-11-20T00:00:00Z',
  updated_at: '2026-11-20T01:00:00Z', match_id: null,
};
const entry = {
  message: {
    id: 'm1', parent_id: null, siblings: ['m1'], sibling_index: 0, query: 'How long is the leave?', inputs: {}, files: [], answer: 'Two weeks.',
    status: 'completed', error: null, citations: [], feedback: { rating: 'like' }, model: 'openai/gpt',
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }, cost: { amount: '0', currency: 'USD' }, time_to_first_token: 0.4,
    duration: 1.2, created_at: '2026-11-20T00:00:00Z',
  },
  error_code: null, comment: 'Thanks', annotation_id: null, operator_feedback: null,
};
const steps = [
  {
    kind: 'retrieval', title: 'Knowledge', started_at: '2026-11-20T00:00:00Z', duration: 0.1, input: { query: 'leave' }, tokens: null, error: null,
    output: [{ position: 1, document_name: 'handbook.pdf', page: 3, score: 0.92, content: 'The leave is two weeks.' }],
  },
  {
    kind: 'model', title: 'openai/gpt', started_at: '2026-11-20T00:00:01Z', duration: 1, input: null, output: { text: 'Two weeks.' },
    tokens: { prompt_tokens: 10, completion_tokens: 5 }, error: null,
  },
];
const list = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const show = (path = 'apps/a1/logs', permissions = ['apps.read', 'apps.logs', 'apps.update']) => renderPage(<LogsPage />, {
  route: 'apps/:id/logs', path, words: ['apps', 'appLogs', 'chat'], permissions,
  answers: {
    'GET /api/v1/apps/a1': app,
    'GET /api/v1/apps/a1/logs': list(row),
    'GET /api/v1/apps/a1/logs/choices': { sources: ['api'], models: ['openai/gpt'] },
    'GET /api/v1/apps/a1/logs/c1/messages': list(entry),
    'GET /api/v1/apps/a1/messages/m1/trace': { steps },
    'PUT /api/v1/apps/a1/messages/m1/operator-feedback': () => new Response(null, { status: 204 }),
  },
});

it('lists what everybody asked and keeps the filter in the address', async () => {
  const { server, router } = await show();

  expect(await screen.findByRole('row', { name: /How long is the leave\?.*1 error.*abc-7.*API.*1 like.*1,200/ })).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: 'With errors' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('errors=true'))).toBe(true));
  expect(router.state.location.search).toBe('?errors=true');
});

it('shows a conversation beside the list and how an answer came about', async () => {
  await show('apps/a1/logs?peek=c1');

  expect(await screen.findByText('Two weeks.')).toBeVisible();
  expect(screen.getByText('The user liked it: Thanks')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'How it came about' }));
  const trace = await screen.findByRole('list', { name: 'Steps' });
  await userEvent.click(within(trace).getByRole('button', { name: /Retrieval/ }));

  expect(within(trace).getByText('The leave is two weeks.')).toBeVisible();
  expect(within(trace).getByText(/handbook\.pdf · page 3/)).toBeVisible();
  await userEvent.click(within(trace).getByRole('button', { name: 'JSON' }));
  expect(within(trace).getByText(/"document_name": "handbook.pdf"/)).toBeVisible();
});

it('keeps what an operator thinks of an answer', async () => {
  const { server } = await show('apps/a1/logs?peek=c1');

  await userEvent.click(await screen.findByRole('button', { name: 'A bad answer' }));

  await waitFor(async () => {
    const call = server.calls.find(({ method }) => method === 'PUT');
    expect(await call?.clone().json()).toMatchObject({ rating: 'dislike' });
  });
});

it('says who can grant it when the logs may not be read', async () => {
  const { server } = await show('apps/a1/logs', ['apps.read']);

  expect(await screen.findByText(/apps\.logs/)).toBeVisible();
  expect(server.calls.some(({ url }) => url.includes('/logs'))).toBe(false);
});

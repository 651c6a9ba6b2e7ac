import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { atWorkspace, fireCode, pageOf } from '../testing';
import { KnowledgeListPage } from './KnowledgeListPage';
// What the page loads later is here at once.
import './CreateBaseDrawer';
import './ImportDrawer';
import './TagsDialog';

const show = (answers: Record<string, Answer>, permissions = ['knowledge.read', 'knowledge.create'], path = 'knowledge') =>
  renderPage(<KnowledgeListPage />, {
    route: 'knowledge', path, words: ['knowledge', 'bases'], permissions,
    answers: { 'GET /api/v1/knowledge-tags': [], 'GET /api/v1/knowledge-bases/insights': {}, ...answers },
  });

it('says of each base how it is indexed and how it stands', async () => {
  await show({
    'GET /api/v1/knowledge-bases': pageOf(
      fireCode,
      { ...fireCode, id: 'kb2', name: 'Contracts', processing_count: 3 },
      { ...fireCode, id: 'kb3', name: 'Bids', failed_count: 1 },
    ),
  });

  expect(await screen.findByRole('row', { name: /Fire code.*Available.*High quality · Hybrid search/ })).toBeVisible();
  expect(screen.getByRole('row', { name: /Contracts.*3 in work/ })).toBeVisible();
  expect(screen.getByRole('row', { name: /Bids.*1 failed/ })).toBeVisible();
});

it('makes a base from a name alone and goes there', async () => {
  const made = vi.fn();
  const { router } = await show({
    'GET /api/v1/knowledge-bases': pageOf(),
    'GET /api/v1/models': { data: [] },
    'POST /api/v1/knowledge-bases': async (request) => {
      made(await request.json());
      return Response.json({ ...fireCode, id: 'kb9' }, { status: 201 });
    },
  });
  const user = userEvent.setup();
  await screen.findByText('No knowledge bases yet');

  await user.keyboard('c');
  await user.click(await screen.findByLabelText('Name'));
  await user.paste('Fire code');
  await user.click(screen.getByText('Create'));

  await waitFor(() => expect(router.state.location.pathname).toBe(`${atWorkspace}/knowledge/kb9`));
  expect(made).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({
    name: 'Fire code', indexing: 'high_quality',
    chunking: expect.objectContaining({ mode: 'general', max_length: 500, overlap: 50, remove_extra_spaces: true }),
    retrieval: expect.objectContaining({ method: 'hybrid_search', top_k: 4, score_threshold: null, rerank: false }),
  }));
});

it('searches an economy base by keywords, because it has no vectors', async () => {
  const made = vi.fn();
  await show({
    'GET /api/v1/knowledge-bases': pageOf(),
    'GET /api/v1/models': { data: [] },
    'POST /api/v1/knowledge-bases': async (request) => {
      made(await request.json());
      return Response.json(fireCode, { status: 201 });
    },
  }, undefined, 'knowledge?new=1');
  const user = userEvent.setup();

  await user.click(await screen.findByLabelText('Name'));
  await user.paste('Minutes');
  await user.click(screen.getByLabelText(/Economy/));
  await user.click(screen.getByText('Create'));

  await waitFor(() => expect(made).toHaveBeenCalledOnce());
  const sent = made.mock.calls[0]![0];
  expect(sent).toMatchObject({ indexing: 'economy', retrieval: { method: 'keyword_search' } });
  expect(sent).not.toHaveProperty('embedding_model');
});

it('puts a refusal beside its field and keeps what was typed', async () => {
  await show({
    'GET /api/v1/knowledge-bases': pageOf(),
    'GET /api/v1/models': { data: [] },
    'POST /api/v1/knowledge-bases': () =>
      problem(400, 'knowledge.name_empty', 'The name is empty.', { field: 'name' }),
  }, undefined, 'knowledge?new=1');
  const user = userEvent.setup();

  await user.click(await screen.findByLabelText('Name'));
  await user.paste('x');
  await user.click(screen.getByText('Create'));

  expect(await screen.findAllByText('Give it a name.')).not.toHaveLength(0);
  expect(screen.getByLabelText('Name')).toHaveValue('x');
});

it('does not offer a new base to whoever may not make one', async () => {
  await show({ 'GET /api/v1/knowledge-bases': pageOf() }, ['knowledge.read']);

  expect(await screen.findByText('No knowledge bases yet')).toBeVisible();
  for (const button of screen.getAllByRole('button', { name: 'New knowledge base' })) {
    expect(button).toHaveAttribute('aria-disabled', 'true');
  }
});

it('shows tags, the apps that use a base and what it found in a week', async () => {
  await show({
    'GET /api/v1/knowledge-bases': pageOf({ ...fireCode, tags: [{ id: 't1', name: 'Codes' }], app_count: 3 }),
    'GET /api/v1/knowledge-bases/insights': { kb1: { queries: 20, hits: 57, unanswered: 1, p95_milliseconds: 30 } },
  });

  expect(await screen.findByRole('row', { name: /Fire code.*Codes.*2.*480.*3.*57/ })).toBeVisible();
  expect(screen.getByTitle('20 questions in 7 days, 5 % found nothing')).toBeVisible();
});

it('asks for the bases of one tag', async () => {
  const { server } = await show({
    'GET /api/v1/knowledge-bases': pageOf(fireCode), 'GET /api/v1/knowledge-tags': [{ id: 't1', name: 'Codes', binding_count: 1 }],
  }, undefined, 'knowledge?tag=t1');

  expect(await screen.findByText('Codes (1)')).toBeVisible();
  expect(server.calls.some(({ url }) => url.includes('/knowledge-bases?') && url.includes('tag=t1'))).toBe(true);
});

it('cuts a pasted text as the form says while one sets it up', async () => {
  const previewed = vi.fn();
  await show({
    'GET /api/v1/knowledge-bases': pageOf(), 'GET /api/v1/models': { data: [] },
    'POST /api/v1/knowledge-bases/chunking-preview': async (request) => {
      previewed(await request.json());
      return Response.json({
        chunks: [{ position: 1, content: 'Doors open outwards.', answer: null, heading: null, place: null, page: null, character_count: 20, needs_model: false, children: ['Doors open', 'outwards.'] }],
        total: 1, is_estimate: false, character_count: 20, warnings: [],
      });
    },
  }, undefined, 'knowledge?new=1');

  await userEvent.click(await screen.findByText('Chunking and cleaning'));
  await userEvent.click(screen.getByText('Parent-child'));
  await userEvent.click(screen.getByLabelText('Try it on a text'));
  await userEvent.paste('Doors open outwards.');

  expect(await screen.findByText('1 chunk of 20 characters', undefined, { timeout: 4000 })).toBeVisible();
  expect(screen.getByText('Doors open')).toBeVisible();
  expect(previewed.mock.lastCall![0]).toMatchObject({ text: 'Doors open outwards.', chunking: { mode: 'parent_child', parent_mode: 'paragraph', child_max_length: 200 } });
});

it('makes a base of what an external system knows', async () => {
  const made = vi.fn();
  await show({
    'GET /api/v1/knowledge-bases': pageOf(), 'GET /api/v1/models': { data: [] },
    'GET /api/v1/external-knowledge-apis': pageOf({ id: 'x1', name: 'Archive', description: '', endpoint: 'https://archive.example', api_key: '••••1234', created_at: '', updated_at: '' }),
    'POST /api/v1/external-knowledge-apis/x1/check': { ok: true, code: null, detail: null, record_count: 3, milliseconds: 40 },
    'POST /api/v1/knowledge-bases': async (request) => {
      made(await request.json());
      return Response.json(fireCode, { status: 201 });
    },
  }, ['knowledge.read', 'knowledge.create', 'knowledge.update'], 'knowledge?new=1');

  await userEvent.click(await screen.findByLabelText('Name'));
  await userEvent.paste('Archive');
  await userEvent.click(screen.getByText('External'));
  await userEvent.click(await screen.findByLabelText('External API'));
  await userEvent.click(await screen.findByTitle('Archive · https://archive.example'));
  await userEvent.click(screen.getByLabelText('Knowledge ID'));
  await userEvent.paste('k-7');
  await userEvent.click(screen.getByText('Check'));
  expect(await screen.findByText('3 passages, 40 ms')).toBeVisible();
  await userEvent.click(screen.getByText('Create'));

  await waitFor(() => expect(made).toHaveBeenCalledOnce());
  const sent = made.mock.calls[0]![0];
  expect(sent).toMatchObject({ name: 'Archive', external_api_id: 'x1', external_knowledge_id: 'k-7' });
  expect(sent).not.toHaveProperty('chunking');
});

it('renames and makes tags', async () => {
  const calls: unknown[] = [];
  const note = async (request: Request) => {
    calls.push([request.method, await request.json()]);
    return Response.json({ id: 't1', name: 'x', binding_count: 0 });
  };
  await show({
    'GET /api/v1/knowledge-bases': pageOf(fireCode), 'GET /api/v1/knowledge-tags': [{ id: 't1', name: 'Codes', binding_count: 1 }],
    'PATCH /api/v1/knowledge-tags/t1': note, 'POST /api/v1/knowledge-tags': note,
  }, ['knowledge.read', 'knowledge.update'], 'knowledge?dialog=tags');

  await userEvent.type(await screen.findByLabelText('Name of Codes'), '!{Enter}');
  await userEvent.type(screen.getByLabelText('New tag'), 'Bids{Enter}');

  await waitFor(() => expect(calls).toEqual([['PATCH', { name: 'Codes!' }], ['POST', { name: 'Bids' }]]));
});

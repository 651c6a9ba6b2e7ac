import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { atWorkspace, fireCode, pageOf } from '../testing';
import { KnowledgeListPage } from './KnowledgeListPage';

const show = (answers: Record<string, Answer>, permissions = ['knowledge.read', 'knowledge.create'], path = 'knowledge') =>
  renderPage(<KnowledgeListPage />, { route: 'knowledge', path, words: ['knowledge'], permissions, answers });

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
  await user.type(await screen.findByLabelText('Name'), 'Fire code');
  await user.click(screen.getByRole('button', { name: 'Create' }));

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

  await user.type(await screen.findByLabelText('Name'), 'Minutes');
  await user.click(screen.getByRole('radio', { name: /Economy/ }));
  await user.click(screen.getByRole('button', { name: 'Create' }));

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

  await user.type(await screen.findByLabelText('Name'), 'x');
  await user.click(screen.getByRole('button', { name: 'Create' }));

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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { atWorkspace, fireCode, pageOf } from '../testing';
import { BaseSettingsPage } from './BaseSettingsPage';

const show = (answers: Record<string, Answer>, permissions = ['knowledge.read', 'knowledge.update', 'knowledge.delete']) =>
  renderPage(<BaseSettingsPage />, {
    route: 'knowledge/:id/settings', path: 'knowledge/kb1/settings', words: ['knowledge', 'bases', 'hitTesting'], permissions,
    answers: {
      'GET /api/v1/knowledge-bases/kb1': fireCode, 'GET /api/v1/models': { data: [] }, 'GET /api/v1/knowledge-tags': [],
      'GET /api/v1/knowledge-bases/kb1/evaluations': pageOf(),
      'GET /api/v1/knowledge-bases/kb1/usage': { apps: [], app_count: 0, document_count: 2, chunk_count: 480 },
      'GET /api/v1/knowledge-bases/kb1/metadata': {
        fields: [{ id: 'f1', name: 'year', type: 'number', value_count: 2, created_at: '' }], built_in_enabled: false,
        built_in: [{ name: 'uploader', type: 'string' }],
      },
      ...answers,
    },
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
  await userEvent.paste('Fire rules');
  expect(screen.getByText('Unsaved changes')).toBeVisible();
  await userEvent.click(screen.getByText('Save'));

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

  await userEvent.click(await screen.findByText('Delete knowledge base'));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('2 documents and 480 chunks');
  const button = within(dialog).getByRole('button', { name: 'Delete knowledge base' });
  expect(button).toBeDisabled();
  await userEvent.click(within(dialog).getByRole('textbox'));
  await userEvent.paste('Fire code');
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

const noting = (answer: (body: Record<string, unknown>) => object) => {
  const noted: Record<string, unknown>[] = [];
  const take = async (request: Request) => {
    const body = request.headers.get('Content-Type') ? await request.json() : {};
    noted.push(body);
    return Response.json(answer(body));
  };
  return { noted, take };
};

it('saves how a base is searched in full', async () => {
  const { noted, take } = noting((body) => ({ ...fireCode, ...body }));
  await show({
    'GET /api/v1/knowledge-bases/kb1': {
      ...fireCode, retrieval: {
        ...fireCode.retrieval, reranking_mode: 'weighted_score', neighbours: 1,
        filters: { mode: 'manual', logical_operator: 'and', conditions: [{ name: 'year', comparison_operator: '≥', value: 2014 }], model: null, timeout_seconds: 10 },
      },
    },
    'PATCH /api/v1/knowledge-bases/kb1': take,
  });

  // Another field takes its place when the kind of the year is known.
  const year = await waitFor(() => {
    const field = screen.getByLabelText('Value');
    expect(field).toBeEnabled();
    return field;
  });
  await userEvent.clear(year);
  await userEvent.paste('2020');
  await userEvent.click(screen.getByText('Words first'));
  await userEvent.click(screen.getByText('Save'));

  await waitFor(() => expect(noted[0]).toMatchObject({
    retrieval: {
      reranking_mode: 'weighted_score', neighbours: 1, weights: { weight_type: 'keyword_first', vector_weight: 0.3, keyword_weight: 0.7 },
      filters: { mode: 'manual', conditions: [{ name: 'year', comparison_operator: '≥', value: 2020 }] },
    },
  }));
});

it('applies the chunking that is saved to the documents that are there', async () => {
  const { noted, take } = noting(() => ({ documents: 2, edited_chunks_lost: 3 }));
  await show({ 'POST /api/v1/knowledge-bases/kb1/rechunk': take });

  await userEvent.click(await screen.findByText('Apply to existing documents'));
  const dialog = within(await screen.findByRole('dialog'));
  await waitFor(() => expect(dialog.getByText(/edited by hand are lost/)).toBeVisible());
  await userEvent.click(dialog.getByText('Apply to existing documents'));

  expect(await screen.findByText('2 documents are being cut anew; 3 edited chunks go')).toBeVisible();
  expect(noted).toHaveLength(1);
});

it('shows how far a change of the embedding model is, and takes it back', async () => {
  const { noted, take } = noting(() => fireCode);
  await show({
    'GET /api/v1/knowledge-bases/kb1': { ...fireCode, reembedding: { model: 'x/embed-2', done: 120, total: 480, error: null } },
    'POST /api/v1/knowledge-bases/kb1/reembedding/cancel': take,
  });

  expect(await screen.findByText('120 / 480')).toBeVisible();
  await userEvent.click(await screen.findByText('Keep the present model'));

  await waitFor(() => expect(screen.queryByText('120 / 480')).not.toBeInTheDocument());
  expect(noted).toHaveLength(1);
});

it('makes an economy base one of high quality', async () => {
  const { noted, take } = noting((body) => ({ ...fireCode, ...body }));
  await show({
    'GET /api/v1/knowledge-bases/kb1': { ...fireCode, indexing: 'economy', embedding_model: null, retrieval: { ...fireCode.retrieval, method: 'keyword_search' } },
    'PATCH /api/v1/knowledge-bases/kb1': take,
  });

  await waitFor(() => expect(screen.getByLabelText(/High quality/)).toBeEnabled());
  await userEvent.click(screen.getByLabelText(/High quality/));
  await userEvent.click(screen.getByText('Save'));

  await waitFor(() => expect(noted[0]).toMatchObject({ indexing: 'high_quality' }));
});

it('makes, renames and deletes metadata fields', async () => {
  const calls: string[] = [];
  const note = async (request: Request) => {
    calls.push(`${request.method} ${request.method === 'DELETE' ? '' : JSON.stringify(await request.json())}`.trim());
    return request.method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json({});
  };
  const path = '/api/v1/knowledge-bases/kb1/metadata';
  await show({ [`POST ${path}`]: note, [`PATCH ${path}/f1`]: note, [`DELETE ${path}/f1`]: note, [`PUT ${path}/built-in`]: note });

  const name = await screen.findByLabelText('Name of year');
  await waitFor(() => expect(name).toBeEnabled());
  await userEvent.type(name, 's{Enter}');
  await userEvent.type(screen.getByLabelText('New field'), 'place{Enter}');
  await userEvent.click(screen.getByLabelText('Built-in fields can be filtered by'));
  await userEvent.click(screen.getByLabelText('Delete year'));
  await userEvent.click(within(await screen.findByRole('dialog')).getByText('Delete'));

  await waitFor(() => expect(calls).toEqual([
    'PATCH {"name":"years"}', 'POST {"name":"place","type":"string"}', 'PUT {"enabled":true}', 'DELETE',
  ]));
});

it('opens a base to those on a list alone', async () => {
  const { noted, take } = noting((body) => body);
  await show({
    'GET /api/v1/access/knowledge_base/kb1': {
      mode: 'workspace', grants: [{ user_id: 'u2', email: 'li@example.cn', name: 'Li', level: 'use' }],
    },
    'PUT /api/v1/access/knowledge_base/kb1': take,
  }, ['knowledge.read', 'knowledge.update', 'access.grant']);

  await userEvent.click(await screen.findByText('Only those listed'));
  expect(screen.getByText('Li')).toBeVisible();
  await userEvent.click(screen.getByText('Save access'));

  await waitFor(() => expect(noted[0]).toMatchObject({ mode: 'listed', grants: [{ user_id: 'u2', level: 'use' }] }));
});

it('shows which apps use the base and counts those that are hidden', async () => {
  await show({
    'GET /api/v1/knowledge-bases/kb1/usage': {
      apps: [{ id: 'a1', name: 'Code assistant', mode: 'chat', in_draft: true, in_published: true }], app_count: 3, document_count: 2, chunk_count: 480,
    },
  });

  expect(await screen.findByText('Code assistant')).toHaveAttribute('href', expect.stringMatching(/apps\/a1$/));
  expect(screen.getByText('and 2 apps that you may not see')).toBeVisible();
});

it('shows of an external base where it asks, and nothing of documents', async () => {
  await show({
    'GET /api/v1/knowledge-bases/kb1': { ...fireCode, external_api_id: 'x1', external_knowledge_id: 'k-7' },
    'GET /api/v1/external-knowledge-apis': pageOf({ id: 'x1', name: 'Archive', description: '', endpoint: 'https://archive.example', api_key: '', created_at: '', updated_at: '' }),
    'POST /api/v1/external-knowledge-apis/x1/check': { ok: false, code: 'knowledge.external_timeout', detail: 'It took too long.', record_count: null, milliseconds: 9 },
  });

  expect(await screen.findByText('https://archive.example')).toBeVisible();
  await userEvent.click(await screen.findByText('Check'));
  expect(await screen.findByText('The external API did not answer in time. Try again later.')).toBeVisible();
  expect(screen.queryByText('Chunk length')).not.toBeInTheDocument();
});

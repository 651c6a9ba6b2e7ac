import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { documentOf, documentsPath, fakeUploads, fireCode } from '../testing';
import { path, sentTo, showDocument } from './testing';

const named = (rest = {}) => documentOf('a.txt', { chunk_count: 3, completed_at: '2026-11-20T00:00:00Z', chunking: null, version: 2, ...rest });
const choose = async (item: string) => {
  await userEvent.click((await screen.findAllByRole('button', { name: 'More' }))[0]!);
  await userEvent.click((await screen.findAllByRole('menuitem', { name: item }))[0]!);
};

it('renames the document', async () => {
  const { server } = await showDocument({ answers: { [`PATCH ${path}`]: named({ name: 'b.txt' }) } });
  await choose('Rename');
  const input = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(input);
  await userEvent.type(input, 'b.txt{Enter}');

  expect(await screen.findByRole('heading', { level: 1, name: 'b.txt' })).toBeInTheDocument();
  expect(await sentTo(server.calls, 'PATCH', path)).toEqual({ name: 'b.txt' });
});

it('archives the document and takes that back', async () => {
  let archived = false;
  await showDocument({
    answers: {
      [`GET ${path}`]: () => Response.json(named({ archived })),
      [`POST ${documentsPath}/batch`]: async (request) => {
        archived = (await request.json() as { action: string }).action === 'archive';
        return Response.json({ results: [{ id: 'a.txt', ok: true, code: null, detail: null }] });
      },
    },
  });
  await choose('Archive');
  expect(await screen.findByText('Archived')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(screen.queryByText('Archived')).toBeNull());
});

it('leaves an archived document as it is', async () => {
  await showDocument({ document: { archived: true } });

  expect(await screen.findByRole('switch', { name: 'Use chunk 1' })).toBeDisabled();
  expect(screen.getByRole('button', { name: /Cut anew/ })).toHaveAttribute('aria-disabled', 'true');
});

it('takes a new version beside the text', async () => {
  const version = { name: 'a.txt', mime_type: 'text/plain', size: 10, sha256: '', created_by: null, created_at: '2026-11-20T00:00:00Z' };
  fakeUploads(() => ({ status: 202, body: named({ version: 3, status: 'waiting', completed_at: null }) }));
  await showDocument({
    query: '?panel=versions',
    answers: { [`GET ${path}/versions`]: { data: [{ ...version, version: 2, current: true }, { ...version, version: 1, current: false }] } },
  });
  await screen.findByRole('button', { name: 'Restore version 1' });

  await userEvent.upload(screen.getByLabelText('Upload a new version'), new File(['x'], 'a.txt'));

  expect(await screen.findByText('Version 3 is being read')).toBeVisible();
});

it('edits the metadata by their types', async () => {
  const fields = [
    { id: 'f1', name: 'Kind', type: 'string', value: 'Law' }, { id: 'f2', name: 'Year', type: 'number', value: null },
    { id: null, name: 'source', type: 'string', value: 'upload' },
  ];
  const { server } = await showDocument({
    query: '?panel=metadata',
    answers: { [`GET ${path}/metadata`]: fields, [`PUT ${path}/metadata`]: fields.map((field) => (field.id === 'f2' ? { ...field, value: 2014 } : field)) },
  });
  expect(await screen.findByRole('textbox', { name: /Kind/ })).toHaveValue('Law');
  expect(screen.getByText('upload')).toBeVisible();

  await userEvent.type(screen.getByRole('spinbutton', { name: /Year/ }), '2014');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep editing' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled());
  expect(await sentTo(server.calls, 'PUT', `${path}/metadata`)).toEqual({ values: [{ id: 'f2', value: 2014 }], partial_update: true });
});

it('shows what another cutting would make, then cuts', async () => {
  const { server } = await showDocument({
    query: '?panel=rechunk',
    answers: {
      [`POST ${path}/chunking-preview`]: {
        chunks: [{
          position: 1, content: 'One stands here. Two follows.', answer: null, heading: null, place: null, page: null, character_count: 29,
          needs_model: false, children: ['One stands here.'],
        }],
        total: 2, is_estimate: true, character_count: 40, warnings: ['Page 3 has no text.'],
      },
      [`POST ${path}/rechunk`]: { document: named({ status: 'waiting', completed_at: null }), edited_chunks_lost: 2 },
    },
  });
  const drawer = within(await screen.findByRole('dialog'));
  await userEvent.click(drawer.getByRole('button', { name: 'Preview' }));

  const then = within(await drawer.findByRole('region', { name: 'Then' }));
  expect(await then.findByText('≈ 2')).toBeInTheDocument();
  expect(then.getByText('Page 3 has no text.')).toBeInTheDocument();
  expect(within(drawer.getByRole('region', { name: 'Now' })).getByText('Three ends it.')).toBeInTheDocument();
  expect(await sentTo(server.calls, 'POST', `${path}/chunking-preview`)).toEqual({ chunking: fireCode.chunking });

  await userEvent.click(drawer.getByRole('button', { name: 'Cut anew' }));

  expect(await screen.findByText('The document is being cut anew; 2 chunks changed by hand will be replaced')).toBeVisible();
  expect(await sentTo(server.calls, 'POST', `${path}/rechunk`)).toEqual({ chunking: null });
});

it('hands the chunks out as JSON lines', async () => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:test', revokeObjectURL: () => undefined }));
  await showDocument({ answers: { [`GET ${path}/export`]: () => new Response('{}\n') } });

  await choose('Export chunks (JSONL)');

  await waitFor(() => expect(clicked).toHaveBeenCalled());
  expect(clicked.mock.instances[0]).toMatchObject({ download: 'a.txt.chunks.jsonl' });
  clicked.mockRestore();
});

it('says how far a document is that is still in work, shows what is ready and holds it back', async () => {
  const working = { status: 'indexing', progress: 0.6, fact: '2/3 chunks', seconds_left: 80, completed_at: null } as const;
  await showDocument({ document: working, answers: { [`POST ${path}/pause`]: named({ ...working, status: 'paused' }) } });
  const panel = within(await screen.findByRole('status', { name: 'Files in work' }));
  expect(panel.getByText(/Index 2 \/ 3 chunks/)).toHaveTextContent('about 1 min 20 s left');
  expect(panel.getByText(/3 chunks are ready/)).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Show chunk 1 in the text' })).toBeVisible();
  expect(screen.getByRole('switch', { name: 'Use chunk 1' })).toBeDisabled();

  await userEvent.click(panel.getByRole('button', { name: 'Pause' }));

  expect(await panel.findByText(/Held back/)).toBeVisible();
  expect(panel.getByRole('button', { name: 'Resume' })).toBeVisible();
});

it('says why a document failed and tries again', async () => {
  await showDocument({
    document: { status: 'error', progress: 0.05, error: 'The file is protected by a password.', error_code: 'knowledge.file_protected', chunk_count: 0 },
    answers: { [`POST ${path}/retry`]: named({ status: 'waiting', progress: 0, chunk_count: 0 }) },
  });
  const panel = within(await screen.findByRole('status', { name: 'Files in work' }));
  expect(panel.getByText(/protected by a password/)).toHaveTextContent('knowledge.file_protected');

  await userEvent.click(panel.getByRole('button', { name: 'Retry' }));

  expect(await panel.findByText('In work.')).toBeVisible();
});

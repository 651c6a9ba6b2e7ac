import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { documentList, documentOf, documentsPath, eventsOf, fakeUploads, fireCode, pageOf } from '../testing';
import { currentUploads, dropUpload } from '../uploads/uploads';
import { DocumentsPage } from './DocumentsPage';

const all = ['knowledge.read', 'knowledge.update', 'knowledge.delete'];

const show = (answers: Record<string, Answer>, permissions = all, path = 'knowledge/kb1') =>
  renderPage(<DocumentsPage />, {
    route: 'knowledge/:id', path, words: ['knowledge', 'documents'], permissions,
    answers: {
      'GET /api/v1/knowledge-bases/kb1': fireCode,
      'GET /api/v1/upload-limits': { max_bytes: 1024, extensions: ['txt', 'pdf'] },
      [`GET ${documentsPath}`]: pageOf(documentOf('a.txt'), documentOf('b.txt')),
      ...answers,
    },
  });

const panel = () => screen.findByRole('region', { name: 'Files in work' });

/** Answers every upload alike, and says the names of the files that came. */
function uploadsAnswer(status: number, body: object) {
  const sent: string[] = [];
  fakeUploads(({ form }) => {
    sent.push((form!.get('file') as File).name);
    return { status, body };
  });
  return sent;
}

afterEach(() => {
  act(() => {
    for (const { id } of currentUploads()) dropUpload(id);
  });
});

it('shows the documents with their figures', async () => {
  await show({});

  expect(await screen.findByRole('row', { name: /a\.txt.*Available.*12.*4\.0 KB/ })).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Fire code' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Files in work' })).not.toBeInTheDocument();
});

it('says in words how far a document is, and the sentence of a failure in its place', async () => {
  const working = documentOf('c.pdf', { status: 'indexing', progress: 0.6, fact: '248/400 chunks' });
  await show({
    'GET /api/v1/knowledge-bases/kb1': { ...fireCode, processing_count: 1, failed_count: 1 },
    [`GET ${documentsPath}`]: documentList(working, documentOf('d.pdf', { status: 'error', error: 'Page 12 cannot be read.' })),
  });

  expect(within(await panel()).getByText('Index 248 / 400 chunks')).toBeVisible();
  expect(within(await panel()).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '87');
  expect(within(screen.getByRole('table')).getByText('Page 12 cannot be read.')).toBeVisible();
});

it('counts what the live stream says is finished', async () => {
  const first = documentOf('c.pdf', { status: 'indexing', progress: 0.6 });
  const second = documentOf('d.pdf', { status: 'waiting', progress: 0 });
  await show({
    [`GET ${documentsPath}`]: documentList(first, second),
    'GET /api/v1/events': eventsOf(first, second, { ...first, status: 'completed', updated_at: '2026-11-20T00:00:09Z' }),
  });

  expect(await within(await panel()).findByText('1 / 2 finished')).toBeVisible();
  expect(within(await panel()).queryByRole('link', { name: 'c.pdf' })).not.toBeInTheDocument();
});

it('shows in its place why a document failed while somebody watched', async () => {
  const document = documentOf('c.pdf', { status: 'parsing', progress: 0.05 });
  await show({
    [`GET ${documentsPath}`]: documentList(document),
    'GET /api/v1/events': eventsOf(document, { ...document, status: 'error', error: 'The PDF is damaged.', updated_at: '2026-11-20T00:00:09Z' }),
  });

  expect(await within(await panel()).findByText('The PDF is damaged.')).toBeVisible();
  expect(within(await panel()).getByRole('button', { name: 'Retry c.pdf' })).toBeVisible();
});

it('retries a failed document where it stands', async () => {
  const failed = documentOf('c.pdf', { status: 'parsing' });
  const retried = vi.fn();
  await show({
    [`GET ${documentsPath}`]: documentList(failed),
    'GET /api/v1/events': eventsOf(failed, { ...failed, status: 'error', error: 'The PDF is damaged.', updated_at: '2026-11-20T00:00:09Z' }),
    [`POST ${documentsPath}/c.pdf/retry`]: () => {
      retried();
      return Response.json({ ...failed, status: 'waiting' });
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Retry c.pdf' }));

  expect(await within(await panel()).findByText('Waiting')).toBeVisible();
  expect(retried).toHaveBeenCalledOnce();
});

it('sends files that are dropped on the page', async () => {
  const sent = uploadsAnswer(202, documentOf('new.txt', { status: 'waiting', progress: 0 }));
  await show({});
  await screen.findByText('a.txt');

  const file = new File(['text'], 'new.txt');
  fireEvent.drop(screen.getByRole('table'), { dataTransfer: { types: ['Files'], files: [file] } });

  expect(await within(await panel()).findByRole('link', { name: 'new.txt' })).toBeVisible();
  expect(sent).toEqual(['new.txt']);
});

it('does not send what the limits refuse, and says why', async () => {
  const sent = uploadsAnswer(202, {});
  await show({});
  await screen.findByText('a.txt');

  await userEvent.upload(screen.getByLabelText('Upload'), [
    new File(['x'], 'picture.bmp'), new File([], 'empty.txt'), new File(['x'.repeat(2000)], 'large.txt'),
  ]);

  const within_ = within(await panel());
  expect(within_.getByText('This kind of file cannot be read. Possible: txt, pdf')).toBeVisible();
  expect(within_.getByText('The file is empty.')).toBeVisible();
  expect(within_.getByText('Over the limit of 1.0 KB for one file. Split it first.')).toBeVisible();
  expect(sent).toEqual([]);
});

it('says that a file is there already, and leads to it', async () => {
  uploadsAnswer(409, { status: 409, code: 'knowledge.duplicate', detail: 'x', existing_document_id: 'a.txt' });
  await show({});
  await screen.findByText('b.txt');

  await userEvent.upload(screen.getByLabelText('Upload'), new File(['x'], 'again.txt'));

  expect(await within(await panel()).findByText(/Already there/)).toBeVisible();
  expect(within(await panel()).getByRole('link', { name: 'Show it' })).toHaveAttribute('href', expect.stringContaining('/documents/a.txt'));
  expect(within(await panel()).queryByRole('button', { name: /Retry/ })).not.toBeInTheDocument();
});

it('dismisses at once all that has ended', async () => {
  uploadsAnswer(409, { status: 409, code: 'knowledge.duplicate', detail: 'x', existing_document_id: 'a.txt' });
  await show({});
  await screen.findByText('b.txt');

  await userEvent.upload(screen.getByLabelText('Upload'), [new File(['x'], 'one.txt'), new File(['y'], 'two.txt')]);
  await userEvent.click(await within(await panel()).findByRole('button', { name: 'Dismiss what has ended' }));

  expect(screen.queryByRole('region', { name: 'Files in work' })).not.toBeInTheDocument();
});

it('keeps both when somebody says so of a file that is there already', async () => {
  const rules: unknown[] = [];
  fakeUploads(({ form }) => {
    rules.push(form!.get('duplicate'));
    return rules.length === 1
      ? { status: 409, body: { status: 409, code: 'knowledge.duplicate', detail: 'x', existing_document_id: 'a.txt' } }
      : { status: 202, body: documentOf('again.txt', { status: 'waiting', progress: 0 }) };
  });
  await show({});
  await screen.findByText('b.txt');

  await userEvent.upload(screen.getByLabelText('Upload'), new File(['x'], 'again.txt'));
  await userEvent.click(await within(await panel()).findByRole('button', { name: 'Keep both' }));

  expect(await within(await panel()).findByRole('link', { name: 'again.txt' })).toBeVisible();
  expect(rules).toEqual(['new_version', 'keep']);
});

it('sends with every file what was chosen to happen to the same one again', async () => {
  const rules: unknown[] = [];
  fakeUploads(({ form }) => {
    rules.push(form!.get('duplicate'));
    return { status: 200, body: documentOf('a.txt', { outcome: 'skipped' }) };
  });
  await show({});
  await screen.findByText('b.txt');

  await userEvent.click(screen.getAllByRole('button', { name: 'More' })[0]!);
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Same file again: Skip' }));
  await userEvent.upload(screen.getByLabelText('Upload'), new File(['x'], 'again.txt'));

  expect(await within(await panel()).findByText(/Already there, skipped/)).toBeVisible();
  expect(rules).toEqual(['skip']);
});

it('makes a document of a pasted text', async () => {
  const wanted = vi.fn();
  await show({
    [`POST ${documentsPath}/text`]: async (request) => {
      wanted(await request.json());
      return Response.json(documentOf('note.md', { status: 'waiting', progress: 0 }), { status: 202 });
    },
  });
  await screen.findByText('b.txt');

  await userEvent.click(screen.getAllByRole('button', { name: 'More' })[0]!);
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Paste text' }));
  await userEvent.type(await screen.findByLabelText('Name'), 'note.md');
  await userEvent.type(screen.getByLabelText('Text'), 'Doors open outwards.');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));

  expect(await within(await panel()).findByRole('link', { name: 'note.md' })).toBeVisible();
  expect(wanted).toHaveBeenCalledWith({ name: 'note.md', text: 'Doors open outwards.', duplicate: 'new_version' });
});

it('says how the base was used, in its figures', async () => {
  await show({
    'GET /api/v1/knowledge-bases/kb1/insights': {
      days: 7, numbers: { queries: 200, hits: 5571, unanswered: 6, p95_milliseconds: 38 }, per_day: [],
    },
  });

  expect(await screen.findByText('5,571')).toBeVisible();
  expect(screen.getByText('3 %')).toBeVisible();
  expect(screen.getByText('38 ms')).toBeVisible();
});

it('opens the picker by U', async () => {
  await show({});
  await screen.findByText('a.txt');
  const clicked = vi.spyOn(screen.getByLabelText('Upload'), 'click').mockImplementation(() => undefined);

  await userEvent.keyboard('u');

  expect(clicked).toHaveBeenCalledOnce();
});

it('switches a document off at once, and back on when the server refuses', async () => {
  let answer: (response: Response) => void = () => undefined;
  await show({
    [`PATCH ${documentsPath}/a.txt`]: () => new Promise<Response>((resolve) => {
      answer = resolve;
    }),
  });
  const toggle = await screen.findByRole('switch', { name: 'Use a.txt' });

  await userEvent.click(toggle);
  expect(toggle).not.toBeChecked();
  answer(problem(500, 'x.y', 'The disk is full.'));

  await waitFor(() => expect(toggle).toBeChecked());
  expect(screen.getByText('The disk is full.')).toBeVisible();
});

it('asks before it deletes, with what goes with it', async () => {
  const deleted = vi.fn();
  await show({
    [`DELETE ${documentsPath}/a.txt`]: () => {
      deleted();
      return new Response(null, { status: 204 });
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Acts on a.txt' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('1 documents and 12 chunks');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(screen.queryByText('a.txt')).not.toBeInTheDocument());
  expect(deleted).toHaveBeenCalledOnce();
  expect(screen.getByText('b.txt')).toBeVisible();
});

it('opens a menu, not the document, from the row\'s menu', async () => {
  const { router } = await show({});
  const before = router.state.location.pathname;

  await userEvent.click(await screen.findByRole('button', { name: 'Acts on a.txt' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));

  expect(router.state.location.pathname).toBe(before);
});

it('keeps name and state of the filter in the address', async () => {
  const { server } = await show({}, all, 'knowledge/kb1?q=fire&status=error');
  await screen.findByText('a.txt');

  const asked = server.calls.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === documentsPath);
  expect(asked.map(({ searchParams }) => [searchParams.get('q'), searchParams.get('status')])).toContainEqual(['fire', 'error']);
});

it('shows no switches, no delete and no upload to whoever may only read', async () => {
  const sent = uploadsAnswer(202, {});
  await show({}, ['knowledge.read']);
  await screen.findByText('a.txt');

  expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Upload' })).toHaveAttribute('aria-disabled', 'true');
  fireEvent.drop(screen.getByRole('table'), { dataTransfer: { types: ['Files'], files: [new File(['x'], 'x.txt')] } });
  expect(sent).toEqual([]);
});

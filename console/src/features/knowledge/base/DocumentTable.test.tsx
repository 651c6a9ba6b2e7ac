import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { documentList, documentOf, documentsPath, fakeUploads, fireCode, pageOf } from '../testing';
import { DocumentsPage } from './DocumentsPage';

const all = ['knowledge.read', 'knowledge.update', 'knowledge.delete'];
const batchPath = `POST ${documentsPath}/batch`;

const show = (answers: Record<string, Answer> = {}, path = 'knowledge/kb1', permissions = all) =>
  renderPage(<DocumentsPage />, {
    route: 'knowledge/:id', path, words: ['knowledge', 'documents'], permissions,
    answers: {
      'GET /api/v1/knowledge-bases/kb1': fireCode,
      [`GET ${documentsPath}`]: documentList(documentOf('a.txt'), documentOf('b.txt')),
      ...answers,
    },
  });

const chooseAll = async () => userEvent.click(await screen.findByRole('checkbox', { name: 'Select all' }));
const names = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getByRole('link').textContent);

/** Answers a batch, and keeps what was asked for. */
const batchAnswer = (asked: unknown[], ...refused: string[]) => async (request: Request) => {
  const body = await request.json() as { ids: string[] };
  asked.push(body);
  return Response.json({
    results: body.ids.map((id) => (refused.includes(id)
      ? { id, ok: false, code: 'knowledge.document_archived', detail: 'It is archived.' } : { id, ok: true, code: null, detail: null })),
  });
};

it.each([
  ['available', ['on']], ['disabled', ['off']], ['archived', ['shelved']], ['work', ['parsed', 'held']], ['error', ['bad']],
])('narrows the list to what is %s', async (filter, expected) => {
  await show({
    [`GET ${documentsPath}`]: documentList(
      documentOf('on'), documentOf('off', { enabled: false }), documentOf('shelved', { archived: true }),
      documentOf('parsed', { status: 'parsing' }), documentOf('held', { status: 'paused' }), documentOf('bad', { status: 'error' }),
    ),
  }, `knowledge/kb1?status=${filter}`);
  await screen.findByRole('table');

  expect(names()).toEqual(expected);
});

it('asks for all that is in work in one request', async () => {
  const { server } = await show({ [`GET ${documentsPath}`]: documentList(documentOf('parsed', { status: 'parsing' })) }, 'knowledge/kb1?status=work');
  await screen.findByRole('table');

  const asked = server.calls.map(({ url }) => new URL(url).searchParams.getAll('status'));
  expect(asked).toContainEqual(['parsing', 'cleaning', 'splitting', 'indexing', 'waiting', 'paused']);
});

it('says of each chosen document what became of it', async () => {
  const asked: unknown[] = [];
  await show({ [batchPath]: batchAnswer(asked, 'b.txt') });
  await chooseAll();

  await userEvent.click(screen.getByRole('button', { name: 'Switch off' }));

  const outcome = await screen.findByRole('status', { name: 'What became of it' });
  expect(outcome).toHaveTextContent('1 document done');
  expect(outcome).toHaveTextContent('b.txt It is archived. Take it out of the archive first.');
  expect(asked).toEqual([{ action: 'disable', ids: ['a.txt', 'b.txt'] }]);
});

it.each([['Archive', 'archive'], ['Take out of the archive', 'unarchive'], ['Retry failed', 'retry']])(
  'does %s to what was chosen', async (label, action) => {
    const asked: unknown[] = [];
    await show({ [batchPath]: batchAnswer(asked) });
    await chooseAll();

    await userEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'More' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: label }));

    expect(await screen.findByText('2 documents done')).toBeVisible();
    expect(asked).toEqual([{ action, ids: ['a.txt', 'b.txt'] }]);
  },
);

it('deletes what X chose by the Delete key, after asking', async () => {
  const asked: unknown[] = [];
  await show({ [batchPath]: batchAnswer(asked) });
  await screen.findByText('a.txt');
  const user = userEvent.setup();

  await user.keyboard('jxjx{Delete}');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('Delete 2 documents?');
  expect(asked).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(asked).toEqual([{ action: 'delete', ids: ['a.txt', 'b.txt'] }]));
});

it('cuts the chosen documents anew one by one, and says which refused', async () => {
  await show({
    [`POST ${documentsPath}/a.txt/rechunk`]: () => Response.json({}, { status: 202 }),
    [`POST ${documentsPath}/b.txt/rechunk`]: () => problem(409, 'knowledge.document_archived', 'x'),
  });
  await chooseAll();

  await userEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Cut anew' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('Chunks edited by hand are lost');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cut anew' }));

  expect(await screen.findByText('1 not done')).toBeVisible();
});

it('hands several originals over as one archive', async () => {
  const asked = vi.fn();
  const save = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
  await show({
    [`POST ${documentsPath}/download-zip`]: async (request) => {
      asked(await request.json());
      return new Response('PK');
    },
  }, 'knowledge/kb1', ['knowledge.read']);
  await chooseAll();

  await userEvent.click(screen.getByRole('button', { name: 'Download as ZIP' }));

  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  expect(asked).toHaveBeenCalledWith({ ids: ['a.txt', 'b.txt'] });
  expect(screen.queryByRole('button', { name: 'Switch off' })).not.toBeInTheDocument();
  save.mockRestore();
});

it('tries all failed documents again from the list of the failed ones', async () => {
  const retried = vi.fn();
  await show({
    'GET /api/v1/knowledge-bases/kb1': { ...fireCode, failed_count: 3 },
    [`GET ${documentsPath}`]: documentList(documentOf('a.txt', { status: 'error', error: 'x' })),
    'POST /api/v1/knowledge-bases/kb1/retry-failed': () => {
      retried();
      return Response.json({ documents: 3 });
    },
  }, 'knowledge/kb1?status=error');

  await userEvent.click(await screen.findByRole('button', { name: 'Retry all failed' }));

  expect(retried).toHaveBeenCalledOnce();
});

it('warns of what a document could not be read of, in its row', async () => {
  await show({ [`GET ${documentsPath}`]: documentList(documentOf('a.pdf', { warning: 'On page 3 no text was recognised.' })) });

  expect(await screen.findByText(/On page 3 no text was recognised/)).toBeVisible();
});

describe('versions', () => {
  const versionOf = (version: number, current: boolean) => ({
    version, name: 'a.txt', mime_type: 'text/plain', size: 100, sha256: 'x', current, created_by: null, created_at: '2026-11-20T00:00:00Z',
  });
  const open = async (answers: Record<string, Answer> = {}, document = documentOf('a.txt', { version: 2 })) => {
    await show({
      [`GET ${documentsPath}`]: documentList(document),
      [`GET ${documentsPath}/a.txt/versions`]: pageOf(versionOf(2, true), versionOf(1, false)),
      ...answers,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Acts on a.txt' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Versions…' }));
    // The drawer's own code is loaded when it is first opened.
    await screen.findByRole('button', { name: 'Download version 1' }, { timeout: 10_000 });
  };

  it('goes back to a former one', async () => {
    await open({ [`POST ${documentsPath}/a.txt/versions/1/restore`]: documentOf('a.txt', { version: 3, status: 'waiting' }) });

    await userEvent.click(screen.getByRole('button', { name: 'Restore version 1' }));
    await screen.findByText('Restore version 1?');
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }));

    expect(await screen.findByText('Version 3 is being read')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Restore version 2' })).not.toBeInTheDocument();
  });

  it('takes the next one as a file', async () => {
    const paths: string[] = [];
    fakeUploads(({ path }) => {
      paths.push(path);
      return { status: 202, body: documentOf('a.txt', { version: 4, status: 'waiting' }) };
    });
    await open();

    await userEvent.upload(screen.getByLabelText('Upload a new version'), new File(['x'], 'a.txt'));

    expect(await screen.findByText('Version 4 is being read')).toBeVisible();
    expect(paths).toEqual([`${documentsPath}/a.txt/file`]);
  });

  it('leaves those of a source to the source', async () => {
    await open({}, documentOf('a.txt', { version: 2, source_id: 's1' }));

    expect(screen.getByText(/follows its source/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Restore version 1' })).not.toBeInTheDocument();
  });
});

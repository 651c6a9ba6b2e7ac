import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { fireCode, pageOf } from '../testing';
import { SourcesPage } from './SourcesPage';
import type { Source, SourceRun } from './types';

const path = '/api/v1/knowledge-bases/kb1/sources';
const counts = { added: 12, changed: 3, unchanged: 200, skipped: 0, gone: 5, failed: 1 };

const runOf = (rest: Partial<SourceRun> = {}): SourceRun => ({
  id: 'r1', job_id: 'j1', trigger: 'schedule', state: 'succeeded', counts, failures: [], error: null, error_code: null,
  started_at: '2026-11-20T00:00:00Z', finished_at: '2026-11-20T00:01:20Z', ...rest,
});

const sourceOf = (rest: Partial<Source> = {}): Source => ({
  id: 's1', knowledge_base_id: 'kb1', kind: 'web', name: 'Standards', has_secret: false, schedule: 'daily', gone: 'remove', state: 'idle',
  settings: { web: { mode: 'crawl', start_url: 'https://std.example.cn', max_depth: 2, max_pages: 100 } }, error: null,
  error_code: null, job_id: null, next_run_at: '2026-11-21T00:00:00Z', last_run_at: '2026-11-20T00:00:00Z', created_by: null,
  created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-20T00:00:00Z', last_run: runOf(), ...rest,
});

const show = (
  sources: Source[], answers: Record<string, Answer> = {}, permissions = ['knowledge.read', 'knowledge.update', 'knowledge.delete'],
) => renderPage(<SourcesPage />, {
  route: 'knowledge/:id/sources', path: 'knowledge/kb1/sources', words: ['knowledge', 'sources'], permissions,
  answers: { 'GET /api/v1/knowledge-bases/kb1': fireCode, [`GET ${path}`]: pageOf(...sources), ...answers },
});

const act = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name: 'Acts on Standards' }));
  await userEvent.click(await screen.findByRole('menuitem', { name }));
};

it('says of each source how it stands and what the last run found', async () => {
  await show([sourceOf()]);

  const row = await screen.findByRole('row', { name: /Standards.*std\.example\.cn.*Up to date/ });
  for (const words of ['12 new', '3 changed', '200 unchanged', '5 gone', '1 failed']) expect(within(row).getByText(words)).toBeVisible();
});

it('says why a source could not be read', async () => {
  await show([sourceOf({ state: 'error', error: 'There is no folder.', error_code: 'knowledge.folder_missing' })]);

  expect(await screen.findByText(/There is no such folder on the server/)).toBeVisible();
});

it('reads a source now, and stops reading it', async () => {
  await show([sourceOf()], {
    [`POST ${path}/s1/sync`]: () => Response.json(sourceOf({ state: 'queued', last_run: null }), { status: 202 }),
    [`POST ${path}/s1/cancel`]: sourceOf(),
  });

  await act('Sync now');
  expect(await screen.findByText('Queued')).toBeVisible();
  expect(screen.getByText('12 new')).toBeVisible();
  await act('Cancel the sync');

  expect(await screen.findByText('Up to date')).toBeVisible();
});

it('follows a source while it is read', async () => {
  const event = { type: 'source.changed', topic: 'knowledge:kb1', data: sourceOf({ state: 'running', last_run: null }), at: '' };
  let events: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => {
    events = controller;
  } });
  await show([sourceOf({ state: 'queued' })], {
    'GET /api/v1/events': () => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
  });
  await screen.findByText('Queued');

  events!.enqueue(new TextEncoder().encode(`id: 1\ndata: ${JSON.stringify(event)}\n\n`));

  expect(await screen.findByText('Syncing')).toBeVisible();
});

it('asks before much of a source goes, and goes on when somebody agrees', async () => {
  const confirmed = vi.fn();
  await show([sourceOf({ state: 'needs_confirmation' })], {
    [`POST ${path}/s1/confirm`]: () => {
      confirmed();
      return Response.json(sourceOf({ state: 'queued' }), { status: 202 });
    },
  });

  expect(await screen.findByRole('alert')).toHaveTextContent('5 documents of “Standards” are no longer there');
  await userEvent.click(screen.getByRole('button', { name: 'Delete them' }));
  const dialog = await screen.findByRole('dialog');
  expect(confirmed).not.toHaveBeenCalled();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete them' }));

  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  expect(confirmed).toHaveBeenCalledOnce();
});

it('keeps the documents of a removed source unless somebody says otherwise', async () => {
  const removed: (string | null)[] = [];
  const answers = {
    [`DELETE ${path}/s1`]: (request: Request) => {
      removed.push(new URL(request.url).searchParams.get('remove_documents'));
      return new Response(null, { status: 204 });
    },
  };
  const { unmount } = await show([sourceOf()], answers);
  await act('Delete');
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(removed).toEqual(['false']));
  unmount();

  await show([sourceOf()], answers);
  await act('Delete');
  await userEvent.click(await screen.findByRole('radio', { name: /Delete its documents/ }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(removed).toEqual(['false', 'true']));
});

it('shows the runs with what each could not bring', async () => {
  await show([sourceOf()], {
    [`GET ${path}/s1/runs`]: pageOf(runOf({
      failures: [{ key: 'https://std.example.cn/x', code: 'knowledge.page_timeout', error: 'Too slow.' }],
    })),
  });

  await act('History');

  const drawer = within(await screen.findByRole('dialog'));
  expect(await drawer.findByText('1 min 20 s')).toBeVisible();
  expect(drawer.getByText('https://std.example.cn/x').closest('li')).toHaveTextContent('The page did not come in time.');
});

describe('the form', () => {
  const choose = async (label: string, option: string) => {
    await userEvent.click(screen.getByLabelText(label));
    await userEvent.click(await screen.findByText(option, { selector: '.ant-select-item-option-content' }));
  };

  it('tries a list of addresses out, then makes a source of it', async () => {
    const asked: unknown[] = [];
    const keep = (answer: object) => async (request: Request) => {
      asked.push(await request.json());
      return Response.json(answer);
    };
    await show([], {
      [`POST ${path}/check`]: keep({ items: [{ key: 'https://a.cn/1', name: 'First page', error: null }], more: true }),
      [`POST ${path}`]: keep(sourceOf()),
    });
    await screen.findByText('No sources yet');
    const user = userEvent.setup();

    await user.keyboard('c');
    await user.click(await screen.findByLabelText('Name'));
    await user.paste('Pages');
    await user.click(screen.getByLabelText('Addresses'));
    await user.paste('https://a.cn/1\n\n https://a.cn/2 ');
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(await screen.findByText(/First page/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Create' }));

    await waitFor(() => expect(asked).toHaveLength(2));
    const web = { mode: 'urls', urls: ['https://a.cn/1', 'https://a.cn/2'], start_url: null };
    expect(asked[0]).toMatchObject({ kind: 'web', settings: { web }, secret_key: null, source_id: null });
    expect(asked[1]).toMatchObject({ name: 'Pages', kind: 'web', settings: { web }, schedule: 'daily', gone: 'remove' });
  });

  it('says in its place why a check was refused', async () => {
    await show([], { [`POST ${path}/check`]: () => problem(400, 'knowledge.folder_not_allowed', 'x') });
    await screen.findByText('No sources yet');
    await userEvent.keyboard('c');
    await screen.findByLabelText('Kind');
    await choose('Kind', 'Server folder');
    await userEvent.click(await screen.findByLabelText('Path on the server'));
    await userEvent.paste('/etc');

    await userEvent.click(screen.getByRole('button', { name: 'Check' }));

    expect(await screen.findByText('The operator has not allowed sources to read this folder.')).toBeVisible();
  });

  it('changes a bucket without its secret being given again', async () => {
    const asked: unknown[] = [];
    const bucket = sourceOf({
      kind: 's3', has_secret: true, schedule: '45m',
      settings: { s3: { bucket: 'codes', prefix: '', region: 'us-east-1', access_key: 'AK', path_style: true } },
    });
    await show([bucket], {
      [`PATCH ${path}/s1`]: async (request) => {
        asked.push(await request.json());
        return Response.json(bucket);
      },
    });
    await act('Edit');
    await userEvent.click(await screen.findByLabelText(/Prefix/));
    await userEvent.paste('2024/');

    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      settings: { s3: { bucket: 'codes', prefix: '2024/', access_key: 'AK' } }, secret_key: null, schedule: '45m',
    });
  });
});

it('offers nothing to whoever may only read', async () => {
  await show([sourceOf()], {}, ['knowledge.read']);
  await userEvent.click(await screen.findByRole('button', { name: 'Acts on Standards' }));

  expect(await screen.findByRole('menuitem', { name: 'History' })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: 'Sync now' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add source' })).toHaveAttribute('aria-disabled', 'true');
});

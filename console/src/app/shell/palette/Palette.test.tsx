import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../../testing/fakeServer';
import { renderPage, workspaceId } from '../../../testing/render';
import { Palette } from './Palette';

const list = (data: object[], next_cursor: string | null = null) => ({ data, has_more: next_cursor !== null, next_cursor });
const codes = { id: 'kb1', name: '消防规范', updated_at: '2026-03-01T00:00:00Z' };
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const job = '0190c0de-0000-7000-8000-00000000000a';
const everything = ['apps.update', 'knowledge.update', 'members.read', 'errors.read', 'jobs.read'];

async function show(options: Parameters<typeof renderPage>[1] = {}) {
  const onClose = vi.fn();
  const view = await renderPage(<Palette onClose={onClose} />, {
    route: '*', path: 'apps', words: ['shell'], permissions: everything, ...options,
    answers: {
      'GET /api/v1/workspaces': list([]),
      'GET /api/v1/apps': list([{ id: 'a1', name: 'Code assistant', status: 'published' }]),
      'GET /api/v1/knowledge-bases': list([codes]),
      'GET /api/v1/knowledge-bases/kb1/documents': list([{ id: 'd1', name: 'smoke.pdf', knowledge_base_id: 'kb1' }]),
      ...options.answers,
    },
  });
  return { ...view, onClose, input: await screen.findByRole('combobox') };
}

it('opens a document that the server found', async () => {
  const { router, server } = await show();

  await userEvent.type(screen.getByRole('combobox'), 'smoke');
  await userEvent.click(await screen.findByRole('option', { name: /smoke\.pdf/ }));

  expect(router.state.location.pathname).toBe(`/w/${workspaceId}/knowledge/kb1/documents/d1`);
  const searches = server.calls.filter(({ url }) => url.includes('/documents'));
  expect(searches.map(({ url }) => new URL(url).searchParams.get('q'))).toEqual(['smoke']);
});

it('finds a knowledge base by pinyin initials in the list that is read already', async () => {
  await show();

  await userEvent.type(screen.getByRole('combobox'), '#xfgf');

  expect(await screen.findByRole('option', { name: '消防规范' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.queryByRole('option', { name: 'Code assistant' })).toBeNull();
});

it('keeps the chosen row while the server adds others below', async () => {
  let answer: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await show({
    answers: {
      'GET /api/v1/knowledge-bases/kb1/documents': async () => {
        await late;
        return Response.json(list([{ id: 'd1', name: 'codes.pdf', knowledge_base_id: 'kb1' }]));
      },
    },
  });
  await screen.findByRole('combobox');
  await userEvent.type(screen.getByRole('combobox'), 'code');
  expect(await screen.findByRole('option', { name: 'Code assistant' })).toHaveAttribute('aria-selected', 'true');

  answer();

  expect(await screen.findByRole('option', { name: /codes\.pdf/ })).toHaveAttribute('aria-selected', 'false');
  expect(screen.getByRole('option', { name: 'Code assistant' })).toHaveAttribute('aria-selected', 'true');
});

it('asks the server by the words only where the list has more than it has read', async () => {
  const { server } = await show({
    answers: {
      'GET /api/v1/apps': (request) => Response.json(new URL(request.url).searchParams.has('q')
        ? list([{ id: 'a9', name: 'Old helper', status: 'published' }])
        : list([{ id: 'a1', name: 'Code assistant', status: 'published' }], 'next')),
    },
  });

  await userEvent.type(screen.getByRole('combobox'), 'old');

  expect(await screen.findByRole('option', { name: 'Old helper' })).toBeInTheDocument();
  expect(server.calls.filter(({ url }) => /knowledge-bases\?.*q=/.test(url))).toEqual([]);
});

it('finds people behind @, by name or address', async () => {
  const { router } = await show({
    answers: {
      [`GET /api/v1/workspaces/${workspaceId}/members`]: list([
        { user_id: 'u2', name: 'Li Ming', email: 'li@example.cn' }, { user_id: 'u3', name: 'Zhao', email: 'zhao@example.cn' },
      ]),
    },
  });

  await userEvent.type(screen.getByRole('combobox'), '@li@ex');
  await screen.findByRole('option', { name: /Li Ming/ });
  expect(screen.queryByRole('option', { name: /Zhao/ })).toBeNull();
  await userEvent.keyboard('{Enter}');

  await waitFor(() => expect(router.state.location.search).toBe('?q=li%40example.cn'));
});

it('leads from a trace id to its errors and from an id to its job', async () => {
  const { input } = await show({
    answers: {
      'GET /api/v1/errors': list([{ id: 'e1', message: 'The model did not answer.', trace_id: trace }]),
      [`GET /api/v1/jobs/${job}`]: { id: job, title: 'Back up' },
    },
  });

  await userEvent.type(input, `:${trace}`);
  expect(await screen.findByRole('option', { name: /The model did not answer/ })).toBeInTheDocument();
  await userEvent.clear(input);
  await userEvent.type(input, `:${job}`);

  expect(await screen.findByRole('option', { name: /Back up/ })).toBeInTheDocument();
});

it('says that nothing was found, and that some could not be asked', async () => {
  const { input } = await show({
    answers: { 'GET /api/v1/knowledge-bases': () => problem(500, 'internal', 'Broken.') },
  });

  await userEvent.type(input, 'zebra');

  expect(await screen.findByText(/Nothing found/)).toBeInTheDocument();
  expect(screen.getByText(/could not be read/)).toBeInTheDocument();
});

it('does not search what the person may not see', async () => {
  const { server, input } = await show({ permissions: ['apps.update'] });

  await userEvent.type(input, '@li');

  expect(await screen.findByText('No member like that.')).toBeInTheDocument();
  expect(server.calls.map(({ url }) => new URL(url).pathname).filter((path) => /members|knowledge/.test(path))).toEqual([]);
});

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../../testing/fakeServer';
import { fakeStream } from '../../../testing/fakeStream';
import { config, lastGraph, ready, showFlow } from './testing';

const card = async (title: string) => (await screen.findAllByText(title)).map((one) => one.closest('.react-flow__node')).find(Boolean) as HTMLElement;
const key = (name: string, more: object = {}) => fireEvent.keyDown(document.body, { key: name, ...more });
const saved = (server: { calls: Request[] }) => waitFor(() => expect(server.calls.some(({ method }) => method === 'PUT')).toBe(true), { timeout: 4000 });

it('draws the graph, with what each node does', async () => {
  await showFlow();
  expect(within(await card('START')).getByText('topic')).toBeVisible();
  expect(within(await card('TEMPLATE-TRANSFORM')).getByText('TEMPLATE')).toBeInTheDocument();
  expect(screen.getByText(/Draft saved/)).toBeVisible();
});

it('opens a node, changes it, saves the draft and takes it back', async () => {
  const { server } = await showFlow();
  const user = userEvent.setup();
  fireEvent.click(await card('TEMPLATE-TRANSFORM'));
  const panel = await screen.findByRole('complementary', { name: 'Settings of the node' });
  const title = await within(panel).findByDisplayValue('TEMPLATE-TRANSFORM');
  await user.clear(title);
  await user.type(title, 'Write');

  await saved(server);
  await waitFor(async () => expect((await lastGraph(server.calls)).nodes[1]!.data.title).toBe('Write'), { timeout: 4000 });
  await user.click(screen.getByRole('button', { name: 'Undo: settings' }));
  expect(await within(panel).findByDisplayValue('TEMPLATE-TRANSFORM')).toBeVisible();
});

it('adds a node from the list, deletes it by key and undoes both', async () => {
  const { server } = await showFlow();
  const user = userEvent.setup();
  await ready();
  key('/');
  const list = await screen.findByRole('dialog', { name: 'Add a node' });
  expect(within(list).queryByText('Answer')).not.toBeInTheDocument();
  await user.type(within(list).getByRole('combobox'), 'code{Enter}');

  await saved(server);
  const added = (await lastGraph(server.calls)).nodes[3]!;
  expect(added).toMatchObject({ type: 'custom', data: { type: 'code' } });
  key('Delete');
  await waitFor(() => expect(document.querySelector(`[data-id="${added.id}"]`)).toBeNull());
  key('z', { ctrlKey: true });
  await waitFor(() => expect(document.querySelector(`[data-id="${added.id}"]`)).not.toBeNull());
  key('z', { ctrlKey: true });
  await waitFor(() => expect(document.querySelector(`[data-id="${added.id}"]`)).toBeNull());
});

it('connects and cuts without a pointer', async () => {
  const { server } = await showFlow();
  const user = userEvent.setup();
  fireEvent.click(await card('START'));
  const panel = await screen.findByRole('complementary');
  await user.click(await within(panel).findByRole('button', { name: 'Cut the edge to TEMPLATE-TRANSFORM' }));
  await user.selectOptions(within(panel).getByRole('combobox', { name: /^Connect/ }), '3');

  await saved(server);
  await waitFor(async () => expect((await lastGraph(server.calls)).edges.map(({ source, target }) => `${source}-${target}`)).toEqual(['2-3', '1-3']));
});

it('keeps nodes of unknown kinds as they are, and tells of them', async () => {
  const odd = { id: '9', type: 'custom', position: { x: 0, y: 300 }, data: { type: 'quantum', title: 'Odd', theirs: { deep: 1 } } };
  const { server } = await showFlow({ stored: { ...config, graph: { ...config.graph, nodes: [...config.graph.nodes, odd] } } });
  const user = userEvent.setup();
  expect(within(await card('Odd')).getByText('Unknown type')).toBeInTheDocument();
  fireEvent.click(await card('START'));
  await user.click(await screen.findByRole('button', { name: /problem/ }));
  await user.click((await within(await screen.findByRole('complementary', { name: 'Problems' })).findAllByText('Odd'))[0]!);
  expect(await screen.findByText(/"theirs"/)).toBeInTheDocument();
  key('d', { ctrlKey: true });

  await saved(server);
  expect((await lastGraph(server.calls)).nodes.slice(3).map(({ data }) => data)).toMatchObject([odd.data, { theirs: { deep: 1 } }]);
});

it('shows two people what they changed and joins both', async () => {
  const theirs = { ...config, graph: { ...config.graph, nodes: config.graph.nodes.map((one) => (one.id === '3' ? { ...one, data: { ...one.data, title: 'Theirs' } } : one)) } };
  let refused = false;
  const { server } = await showFlow({ answers: { 'PUT /api/v1/apps/a1/draft': async (request: Request) => {
    if (!refused) {
      refused = true;
      return problem(409, 'apps.draft_conflict', 'x', { current_revision: 8, current: { config: theirs, updated_by_name: 'Li Na' } });
    }
    const body = await request.json();
    return Response.json({ revision: body.revision + 1, config: body.config, updated_at: '2026-11-20T10:30:00Z' });
  } } });
  const user = userEvent.setup();
  await ready();
  key('n');
  await user.click(await screen.findByRole('button', { name: 'Compare' }, { timeout: 4000 }));
  expect(await screen.findByText(/Li Na has just saved this draft/)).toBeVisible();
  expect(screen.getByText('Node “END”')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save this choice' }));

  await waitFor(() => expect(server.calls.filter(({ method }) => method === 'PUT')).toHaveLength(2));
  const graph = await lastGraph(server.calls);
  expect(graph.nodes.map(({ type, data }) => data.title || type)).toEqual(['START', 'TEMPLATE-TRANSFORM', 'Theirs', 'custom-note']);
  expect(await card('Theirs')).toBeInTheDocument();
});

it('runs the draft: a form, nodes as they work, a form for a person, and what came out', async () => {
  const stream = fakeStream();
  const { server } = await showFlow({ answers: {
    'POST /api/v1/apps/a1/workflow-runs': () => stream.response(),
    'POST /api/v1/apps/a1/workflow-runs/r1/forms/f1': () => new Response(null, { status: 204 }),
    'GET /api/v1/apps/a1/workflow-runs/r1/events': () => again.response(),
  } });
  const again = fakeStream();
  const user = userEvent.setup();
  await ready();
  await user.click(screen.getByRole('button', { name: 'Test run' }));
  const panel = await screen.findByRole('complementary', { name: 'Test run' });
  await user.click(await within(panel).findByRole('button', { name: 'Run' }));
  expect(await within(panel).findByRole('alert')).toHaveTextContent('Topic');
  await user.type(within(panel).getByLabelText('Topic'), 'tea');
  await user.click(within(panel).getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(server.calls.some(({ method }) => method === 'POST')).toBe(true));
  expect(await server.calls.findLast(({ method }) => method === 'POST')!.clone().json()).toEqual({ inputs: { topic: 'tea' }, draft: true });

  const event = (name: string, data: object) => ({ event: name, workflow_run_id: 'r1', data });
  const begin = [
    event('workflow_started', { id: 'r1', inputs: { topic: 'tea' }, reason: 'initial' }),
    event('node_started', { id: 's1', node_id: '1', node_type: 'start', title: 'START', index: 1 }),
    event('node_finished', { id: 's1', node_id: '1', node_type: 'start', title: 'START', index: 1, status: 'succeeded', elapsed_time: 0.02, outputs: { topic: 'tea' } }),
    event('node_started', { id: 's2', node_id: '2', node_type: 'template-transform', title: 'T', index: 2 }),
  ];
  await act(async () => begin.forEach(stream.send));
  expect(within(await card('START')).getByText('20 ms')).toBeInTheDocument();
  expect(within(await card('TEMPLATE-TRANSFORM')).getAllByText('Running').length).toBeGreaterThan(0);
  expect(within(await screen.findByRole('list', { name: 'Steps' })).getAllByRole('listitem')).toHaveLength(2);

  await act(async () => stream.send(event('human_input_required', {
    form_id: 'f1', node_id: '2', node_title: 'Approve', form_content: 'Is **this** right? {{#$output.note#}}',
    inputs: [{ type: 'paragraph', output_variable_name: 'note' }], actions: [{ id: 'yes', title: 'Yes, it is' }],
  })));
  const form = await within(panel).findByRole('region', { name: 'Approve' });
  await user.type(within(form).getByLabelText(/note/), 'fine');
  await user.click(within(form).getByRole('button', { name: 'Yes, it is' }));
  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/r1/events'))).toBe(true));
  expect(await server.calls.find(({ url }) => url.endsWith('/forms/f1'))!.clone().json()).toEqual({ action: 'yes', inputs: { note: 'fine' } });

  await act(async () => [
    ...begin, event('node_finished', { id: 's2', node_id: '2', node_type: 'template-transform', title: 'T', index: 2, status: 'succeeded', elapsed_time: 0.5 }),
    event('workflow_finished', { status: 'succeeded', outputs: { text: 'About **tea**' }, elapsed_time: 1, total_tokens: 9 }),
  ].forEach(again.send));
  expect(await within(panel).findByText('tea', { selector: 'strong' })).toBeVisible();
});

it('runs one node alone with values that can be changed', async () => {
  const stream = fakeStream();
  const { server } = await showFlow({ answers: { 'POST /api/v1/apps/a1/workflow-runs': () => stream.response() } });
  const user = userEvent.setup();
  fireEvent.click(await card('TEMPLATE-TRANSFORM'));
  await user.click(await screen.findByRole('button', { name: 'Run this node' }));
  const panel = screen.getByRole('complementary');
  await user.type(await within(panel).findByLabelText('START.topic'), 'tea');
  await user.click(within(within(panel).getByRole('tabpanel')).getByRole('button', { name: 'Run this node' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'POST')).toBe(true));
  expect(await server.calls.findLast(({ method }) => method === 'POST')!.clone().json())
    .toEqual({ inputs: {}, draft: true, node_id: '2', preset: { 1: { topic: 'tea' } } });
});

it('lets people look who may not change', async () => {
  const { server } = await showFlow({ permissions: ['apps.read'] });
  fireEvent.click(await card('START'));
  expect(await screen.findByRole('complementary')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Add a node' })).not.toBeInTheDocument();
  key('Delete');
  expect(await card('START')).toBeInTheDocument();
  expect(server.calls.some(({ method }) => method === 'PUT')).toBe(false);
});

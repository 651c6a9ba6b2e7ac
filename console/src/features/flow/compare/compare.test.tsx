import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { app, config, ready, showFlow } from '../page/testing';

const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const [start, template, end] = config.graph.nodes;
const before = {
  ...config,
  graph: {
    nodes: [
      { ...start!, position: { x: -50, y: 9 } }, { ...template!, data: { ...template!.data, template: 'On {{ t }}' } }, end!,
      { id: '9', type: 'custom', position: { x: 0, y: 300 }, data: { type: 'code', title: 'Clean up', desc: '' } },
    ],
    edges: [...config.graph.edges, { ...config.graph.edges[0]!, id: '1-9', target: '9' }],
  },
  environment_variables: [{ name: 'limit', value_type: 'number', value: 3 }],
};
const answers = {
  'GET /api/v1/apps/a1/versions': page({ version: 4, name: 'Tea', note: null, created_at: '' }, { version: 3, name: null, note: null, created_at: '' }),
  'GET /api/v1/apps/a1/versions/4': { version: 4, name: 'Tea', note: null, created_at: '', config: before },
};
const drawn = (id: string) => document.querySelector(`.react-flow__node[data-id="${id}"]`);

it('paints on the canvas what differs from a version, and lists it setting by setting', async () => {
  await showFlow({ answers });
  await userEvent.click(await screen.findByRole('button', { name: 'Compare with a version' }));
  const panel = within(await screen.findByRole('complementary', { name: 'Compare with a version' }));
  expect(await panel.findByText('1 changed')).toBeVisible();

  await waitFor(() => expect(drawn('2')).toHaveClass('md-diff-changed'));
  expect(drawn('1')).not.toHaveClass('md-diff-changed');
  expect(drawn('9')).toHaveClass('md-diff-removed');
  expect(panel.getByText('On {{ t }}', { selector: 'del' })).toBeInTheDocument();
  expect(panel.getByText(/Environment variable limit/)).toBeVisible();
  fireEvent.click(drawn('9')!);
  expect(screen.getByRole('complementary', { name: 'Compare with a version' })).toBeVisible();

  await userEvent.click(panel.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(drawn('9')).toBeNull());
  expect(drawn('2')).not.toHaveClass('md-diff-changed');
});

it('says before publishing what changes, node by node, and what a first version is for', async () => {
  await showFlow({ answers });
  await ready();
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  const drawer = within(await screen.findByRole('dialog'));
  expect(await drawer.findByRole('heading', { name: 'Clean up removed' })).toBeVisible();
});

it('speaks of keys and triggers before the first version of a workflow', async () => {
  await showFlow({ answers: { 'GET /api/v1/apps/a1': { ...app, version: null, status: 'draft' } } });
  await ready();
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/call the workflow with a key/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Compare with a version' })).toBeNull();
});

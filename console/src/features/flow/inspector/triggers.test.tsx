import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../../testing/fakeStream';
import { config, showFlow } from '../page/testing';

const hook = { id: '9', type: 'custom', position: { x: 0, y: 200 }, data: { type: 'trigger-webhook', title: 'Orders', method: 'POST' } };
const stored = { ...config, graph: { ...config.graph, nodes: [...config.graph.nodes, hook] } };
const trigger = {
  id: 't1', node_id: '9', kind: 'webhook', title: 'Orders', is_live: true, enabled: true, webhook_url: '/triggers/webhook/t1', webhook_debug_url: '/triggers/webhook-debug/t1',
  crons: [], timezone: null, next_at: null, last_at: '2026-11-20T09:00:00Z', last_run_id: 'r1', last_status: 'failed', created_at: '2026-11-20T08:00:00Z',
};
const show = async (answers: object) => {
  const { server } = await showFlow({ stored, answers: { ...answers } });
  fireEvent.click((await screen.findByText('Orders')).closest('.react-flow__node')!);
  return { server, panel: within(await screen.findByRole('complementary', { name: 'Settings of the node' })) };
};

it('says where a live webhook is called and what it started last, and switches it off', async () => {
  const { panel } = await show({
    'GET /api/v1/apps/a1/triggers': { data: [trigger] }, 'PATCH /api/v1/apps/a1/triggers/t1': { ...trigger, enabled: false },
  });
  expect(await panel.findByText(`${window.location.origin}/triggers/webhook/t1`)).toBeVisible();
  expect(panel.getByRole('link', { name: /Failed/ })).toHaveAttribute('href', expect.stringContaining('/apps/a1/runs/r1'));

  await userEvent.click(panel.getByRole('switch', { name: 'Starts runs' }));
  expect(await panel.findByText(/Switched off/)).toBeVisible();
});

it('asks to publish a trigger that is not live, and tries it out with a call that the canvas shows', async () => {
  const calls = fakeStream();
  const run = fakeStream();
  const { panel } = await show({
    'GET /api/v1/apps/a1/triggers': { data: [{ ...trigger, is_live: false, last_at: null, last_run_id: null }] },
    'GET /api/v1/apps/a1/triggers/t1/listen': () => calls.response(), 'GET /api/v1/apps/a1/workflow-runs/r7/events': () => run.response(),
  });
  expect(await panel.findByText(/Publish first/)).toBeVisible();
  expect(panel.queryByRole('switch', { name: 'Starts runs' })).not.toBeInTheDocument();

  await userEvent.click(panel.getByRole('button', { name: 'Try out with a call' }));
  expect(await panel.findByText(`${window.location.origin}/triggers/webhook-debug/t1`)).toBeVisible();
  await act(async () => calls.send({ event: 'triggered', data: { workflow_run_id: 'r7' } }));
  await act(async () => run.send({ event: 'workflow_started', workflow_run_id: 'r7', data: { id: 'r7', reason: 'initial' } }));
  expect((await screen.findAllByText(/Running/))[0]).toBeVisible();
});

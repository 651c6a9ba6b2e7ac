import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../../testing/fakeStream';
import { renderPage } from '../../../testing/render';
import { app } from '../page/testing';
import { RunPage } from './RunPage';
import { RunsPage } from './RunsPage';

const run = {
  id: 'r1', status: 'failed', version: 4, source: 'api', node_id: null, inputs: { topic: 'tea' }, outputs: null, error: 'The model is gone.', elapsed_time: 1.2,
  total_tokens: 526, total_price: '0', currency: '', total_steps: 2, exceptions_count: 0, created_at: '2026-11-20T09:00:00Z', finished_at: null,
};
const step = (id: string, node: string, index: number, more: object = {}) => ({
  id, key: id, node_id: node, node_type: 'llm', title: node, index, predecessor_node_id: null, created_at: 1795165200, status: 'succeeded', elapsed_time: 0.5,
  inputs: { q: 'in' }, outputs: { text: `out of ${node}` }, ...more,
});
const words = ['flow', 'flowNodes', 'flowRun', 'apps', 'chat', 'talk'];
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });

it('lists runs and filters them by state', async () => {
  const { server } = await renderPage(<RunsPage />, {
    route: 'apps/:id/runs', path: 'apps/a1/runs', words: ['flowRun', 'apps'], permissions: ['apps.read', 'apps.use'],
    answers: { 'GET /api/v1/apps/a1': app, 'GET /api/v1/apps/a1/workflow-runs': page(run, { ...run, id: 'r2', status: 'succeeded', version: null, error: null, outputs: { text: 'Tea.' } }) },
  });
  const user = userEvent.setup();
  const rows = within(await screen.findByRole('table', { name: 'Runs' })).getAllByRole('row');
  expect(rows[1]).toHaveTextContent(/Failed.*topic: tea.*The model is gone\..*v4.*API.*1\.2 s.*526/);
  expect(rows[2]).toHaveTextContent(/Succeeded.*text: Tea\..*Draft/);
  expect(screen.getByRole('button', { name: 'Test run' })).toBeVisible();

  await user.click(screen.getByRole('combobox', { name: 'State' }));
  await user.click(await screen.findByText('Failed', { selector: '.ant-select-item-option-content' }));
  await waitFor(() => expect(server.calls.at(-1)!.url).toContain('status=failed'));
});

it('shows what each step of a run did', async () => {
  await renderPage(<RunPage />, {
    route: 'apps/:id/runs/:run', path: 'apps/a1/runs/r1', words, permissions: ['apps.read', 'apps.use'],
    answers: {
      'GET /api/v1/apps/a1': app,
      'GET /api/v1/apps/a1/workflow-runs/r1': { run, graph: {}, nodes: [step('s1', 'Draft', 1), step('s2', 'Check', 2, { status: 'failed', error: 'The model is gone.' })], forms: [] },
    },
  });
  const user = userEvent.setup();
  const steps = await screen.findByRole('list', { name: 'Steps' });
  await user.click(within(steps).getByRole('button', { name: /Draft/ }));
  expect(await screen.findByText(/out of Draft/)).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Input' }));
  expect(screen.getByText(/“in”/)).toBeVisible();
  await user.click(within(steps).getByRole('button', { name: /Check/ }));
  expect(screen.getAllByText(/The model is gone/).length).toBeGreaterThan(1);
  expect(screen.getByRole('button', { name: /Run again/ })).toBeVisible();
});

it('watches a run that is going on until its end', async () => {
  const stream = fakeStream();
  let status = 'running';
  await renderPage(<RunPage />, {
    route: 'apps/:id/runs/:run', path: 'apps/a1/runs/r1', words, permissions: ['apps.read', 'apps.use'],
    answers: {
      'GET /api/v1/apps/a1': app,
      'GET /api/v1/apps/a1/workflow-runs/r1': () => Response.json({
        run: { ...run, status, error: null, outputs: status === 'running' ? null : { text: 'Done **well**' } }, graph: {}, nodes: [step('s1', 'Draft', 1)], forms: [],
      }),
      'GET /api/v1/apps/a1/workflow-runs/r1/events': () => stream.response(),
    },
  });
  const event = (name: string, data: object) => ({ event: name, workflow_run_id: 'r1', data });
  await screen.findByRole('button', { name: 'Stop' });
  await act(async () => [
    event('workflow_started', { id: 'r1', reason: 'initial' }),
    event('node_started', { id: 's9', node_id: 'Write', node_type: 'llm', title: 'Write', index: 1 }), event('text_chunk', { text: 'Writing' }),
  ].forEach(stream.send));
  expect(await screen.findByText('Writing')).toBeVisible();
  expect(screen.getByRole('button', { name: /Write/ })).toBeVisible();

  status = 'succeeded';
  await act(async () => stream.send(event('workflow_finished', { status: 'succeeded', outputs: { text: 'Done **well**' } })));
  expect(await screen.findByRole('button', { name: /Run again/ })).toBeVisible();
  expect(await screen.findByText('well', { selector: 'strong' })).toBeVisible();
});

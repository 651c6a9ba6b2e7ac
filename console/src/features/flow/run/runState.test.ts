import type { KeptRun, RunEvent } from '../api/runTypes';
import { edgeFace } from './edgeState';
import { linesOf } from './lanes';
import { afterEvent, noRun, stateOfKept, type RunState } from './runState';

const event = (name: string, data: object = {}): RunEvent => ({ event: name, task_id: 't', workflow_run_id: 'r1', data: { ...data } });
const started = (id: string, node: string, more: object = {}) => event('node_started', { id, node_id: node, node_type: 'llm', title: node, index: 1, ...more });
const finished = (id: string, node: string, more: object = {}) => event('node_finished', { id, node_id: node, node_type: 'llm', title: node, status: 'succeeded', elapsed_time: 1, ...more });
const begin = event('workflow_started', { id: 'r1', inputs: { topic: 'tea' }, reason: 'initial' });
const after = (...events: RunEvent[]): RunState => events.reduce((run, one, at) => afterEvent(run, one, 1000 * at), noRun);
const edge = (source: string, target: string, sourceHandle = 'source') => ({ id: 'e', source, target, sourceHandle });

it('follows nodes from their beginning to what came out', () => {
  const run = after(
    begin, started('a', 'n1'), event('node_retry', { id: 'a', node_id: 'n1', retry_index: 1, error: 'busy' }),
    finished('a', 'n1', { inputs: { q: 1 }, outputs: { text: 'hi' }, execution_metadata: { total_tokens: 7 } }), event('text_chunk', { text: 'h' }),
    event('text_chunk', { text: 'i' }), event('workflow_finished', { status: 'succeeded', outputs: { out: 'hi' }, total_tokens: 7, elapsed_time: 2 }),
  );
  expect(run).toMatchObject({ id: 'r1', status: 'succeeded', text: 'hi', tokens: 7, elapsed: 2, inputs: { topic: 'tea' }, outputs: { out: 'hi' } });
  expect(run.steps).toHaveLength(1);
  expect(run.latest.n1).toMatchObject({ status: 'succeeded', retries: 1, inputs: { q: 1 }, outputs: { text: 'hi' }, startedAt: 1000, elapsed: 1, error: undefined });
});

it('counts the rounds of containers and places steps in theirs', () => {
  const run = after(
    begin, started('i', 'it'), event('iteration_started', { id: 'i', node_id: 'it', metadata: { iterator_length: 3 } }),
    event('iteration_next', { node_id: 'it', index: 1 }), started('c', 'child', { iteration_id: 'it' }),
    finished('c', 'child', { iteration_id: 'it', execution_metadata: { iteration_id: 'it', iteration_index: 1 } }),
  );
  expect(run.rounds.it).toEqual({ done: 1, of: 3 });
  expect(run.latest.child).toMatchObject({ container: 'it', round: 1 });
  expect(linesOf(run.steps, 9000, () => undefined).lines.map(({ step, depth }) => [step.nodeId, depth])).toEqual([['it', 0], ['child', 1]]);
  expect(linesOf(run.steps, 9000, () => 0).lines).toHaveLength(1);
});

it('waits for people and goes on with what they said', () => {
  const asked = event('human_input_required', {
    form_id: 'f1', node_id: 'h', node_title: 'Approve', form_content: 'Ok?', inputs: [], actions: [{ id: 'yes', title: 'Yes' }], expiration_time: 9,
  });
  const waiting = after(begin, started('a', 'h'), asked, asked, event('workflow_paused', { elapsed_time: 1 }));
  expect(waiting).toMatchObject({ status: 'paused', forms: [{ id: 'f1', title: 'Approve', expiresAt: 9000 }] });
  expect(waiting.forms).toHaveLength(1);

  const on = [event('workflow_started', { id: 'r1', reason: 'resumption' }), event('human_input_form_filled', { node_id: 'h' })].reduce((run, one) => afterEvent(run, one, 1), waiting);
  expect(on).toMatchObject({ status: 'running', forms: [] });
  expect(on.steps).toHaveLength(1);
});

it('stops what was at work when the run ends, and says why', () => {
  const run = after(begin, started('a', 'n1'), { event: 'error', code: 'x', message: 'No model.' });
  expect(run).toMatchObject({ status: 'failed', error: 'No model.' });
  expect(run.latest.n1!.status).toBe('stopped');
});

it('gathers what agents write, in the place of what it was before', () => {
  const log = (status: string) => event('agent_log', { node_execution_id: 'a', id: 'l1', label: 'Thought', status, data: { n: 1 } });
  expect(after(begin, started('a', 'n1'), log('start'), log('success')).latest.n1!.logs).toMatchObject([{ id: 'l1', status: 'success' }]);
});

it('tells which edges a run took', () => {
  const run = after(
    begin, started('a', 'if', { node_type: 'if-else' }), finished('a', 'if', { node_type: 'if-else', outputs: { result: true, selected_case_id: 'x' } }),
    started('b', 'yes'), finished('c', 'http', { status: 'exception' }), started('d', 'help'),
  );
  expect(edgeFace(run, edge('if', 'yes', 'x'))).toBe('live');
  expect(edgeFace(run, edge('if', 'no', 'false'))).toBe('skipped');
  expect(edgeFace(run, edge('http', 'help', 'fail-branch'))).toBe('live');
  expect(edgeFace(run, edge('yes', 'later'))).toBe('idle');
  const over = afterEvent(run, event('workflow_finished', { status: 'stopped' }), 9000);
  expect(edgeFace(over, edge('if', 'yes', 'x'))).toBe('taken');
  expect(edgeFace(over, edge('yes', 'later'))).toBe('skipped');
  expect(edgeFace(noRun, edge('a', 'b'))).toBe('idle');
});

it('shows a kept run as it went, each step behind what it waited for', () => {
  const kept: KeptRun = {
    run: {
      id: 'r1', status: 'failed', version: 3, source: 'api', node_id: null, inputs: { a: 1 }, outputs: null, error: 'late', elapsed_time: 1.2, total_tokens: 4,
      total_price: '0', currency: '', total_steps: 2, exceptions_count: 0, message_id: null, user_id: null, end_user: null,
      created_at: '2026-11-20T09:00:00.250Z', finished_at: null,
    },
    graph: {},
    nodes: [
      { id: 's2', node_id: 'b', node_type: 'llm', title: 'B', index: 2, predecessor_node_id: 'a', status: 'failed', elapsed_time: 0.1, created_at: 1795165200, error: 'late' },
      { id: 's1', node_id: 'a', node_type: 'start', title: 'A', index: 1, predecessor_node_id: null, status: 'succeeded', elapsed_time: 0.5, created_at: 1795165200 },
      { id: 's3', node_id: 'c', node_type: 'llm', title: 'C', index: 3, created_at: 1795165201 },
    ],
    forms: [],
  };
  const run = stateOfKept(kept);
  const first = Date.parse('2026-11-20T09:00:00.250Z');
  expect(run.steps.map(({ nodeId, startedAt, status }) => [nodeId, startedAt, status]))
    .toEqual([['a', first, 'succeeded'], ['b', first + 500, 'failed'], ['c', first + 750, 'stopped']]);
});

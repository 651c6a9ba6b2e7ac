import type { WorkflowConfig } from '../../model/graph';
import { emptyData } from '../emptyData';
import { NODE_TYPES } from '../nodeTypes';
import { config, node } from '../testing';
import { problemsOf } from '../variables';

const told = (flow: WorkflowConfig, isChat = false) =>
  problemsOf(flow, isChat).map(({ nodeId, key, isError }) => `${nodeId ?? '-'} ${key.replace('flowNodes:problem.', '')}${isError ? '!' : ''}`);

const start = node('start', { type: 'start', variables: [{ variable: 'q', type: 'text-input' }] });
const llm = (text: string, more = {}) => node('llm', { type: 'llm', prompt_template: [{ role: 'user', text }], ...more });
const end = (...value_selector: string[]) => node('end', { type: 'end', outputs: [{ variable: 'out', value_selector }] });

it('finds nothing in a graph that can run', () => {
  expect(told(config([start, llm('Say {{#start.q#}} to {{#sys.user_id#}}'), end('llm', 'text')], ['start>llm', 'llm>end']))).toEqual([]);
});

it('misses a beginning and an end', () => {
  expect(told(config([], []))).toEqual(['- no_start!']);
  expect(told(config([start], []))).toEqual(['- no_end!']);
  expect(told(config([start], []), true)).toEqual(['- no_answer!']);
  expect(told(config([node('daily', { type: 'trigger-schedule', mode: 'visual' })], []))).toEqual([]);
});

it('tells selectors from texts: what is missing in a text stays as it is written', () => {
  const flow = config(
    [start, llm('{{#start.gone#}} {{#later.output#}}'), node('later', { type: 'template-transform', template: 'x' }), end('llm', 'gone')],
    ['start>llm', 'llm>end', 'end>later'],
  );
  expect(told(flow)).toEqual(['llm unknown_variable', 'llm not_before', 'end unknown_variable!']);
  expect(problemsOf(flow, false)[0]!.values).toEqual({ reference: 'start.gone', title: 'start' });
  expect(told(config([start, end('nobody', 'text')], ['start>end']))).toEqual(['end unknown_node!']);
});

it('does not ask for what is switched off', () => {
  const flow = config([
    start, llm('x', { context: { enabled: false, variable_selector: ['nobody', 'result'] }, vision: { enabled: false } }), end('llm', 'text'),
  ], ['start>llm', 'llm>end']);
  expect(told(flow)).toEqual([]);
});

it('finds circles, lonely nodes and names that two nodes have', () => {
  const template = (id: string) => node(id, { type: 'template-transform', template: 'x', title: 'Same' });
  expect(told(config([start, template('a'), template('b'), end('a', 'output')], ['start>a', 'a>b', 'b>a', 'a>end'])))
    .toEqual(['a cycle!', 'a same_title', 'b same_title']);
  expect(told(config([start, template('a'), end('start', 'q')], ['start>end']))).toEqual(['a unconnected']);
});

it('takes what is incomplete for an error only where a run gets to', () => {
  expect(told(config([start, llm(' '), end('start', 'q')], ['start>end']))).toEqual(['llm unconnected', 'llm prompt']);
  expect(told(config([start, llm(' '), end('start', 'q')], ['start>end', 'start>llm']))).toEqual(['llm prompt!']);
});

it('looks into containers', () => {
  const loop = (children: ReturnType<typeof node>[], edges: string[]) => config(
    [start, node('loop', { type: 'loop', loop_variables: [{ label: 'n', var_type: 'number', value_type: 'constant', value: '1' }], break_conditions: [{
      variable_selector: ['loop', 'n'], comparison_operator: '>', value: '3',
    }] }), node('s', { type: 'loop-start' }, { parentId: 'loop' }), ...children, end('loop', 'n')],
    ['start>loop', 'loop>end', ...edges],
  );
  const inner = node('inner', { type: 'template-transform', template: 'x', variables: [{ variable: 'n', value_selector: ['loop', 'n'] }] }, { parentId: 'loop' });
  expect(told(loop([], []))).toEqual(['loop empty_container!']);
  expect(told(loop([inner], ['s>inner']))).toEqual([]);
  expect(told(loop([inner], []))).toEqual(['inner unconnected']);
});

it('accepts nodes of unknown types and what they may leave', () => {
  const flow = config([start, node('odd', { type: 'from-a-plugin' }), end('odd', 'anything')], ['start>odd', 'odd>end']);
  expect(told(flow)).toEqual(['odd unknown_type']);
});

it('knows of every new node what it lacks, and of none what it need not have', () => {
  const lacks = Object.fromEntries(Object.keys(NODE_TYPES).map((type) => {
    const data = { ...emptyData(type, ((key: string) => key) as never), title: 'New' };
    const flow = config([start, node('n', data, { parentId: undefined }), end('start', 'q')], ['start>n', 'start>end']);
    return [type, problemsOf(flow, false).filter(({ nodeId }) => nodeId === 'n').map(({ key }) => key.replace('flowNodes:problem.', ''))];
  }));
  expect(lacks).toMatchObject({
    start: [], end: [], answer: ['answer'], llm: ['prompt'], 'knowledge-retrieval': ['query', 'bases'], 'if-else': ['conditions'], code: ['inputs'],
    'http-request': ['url'], 'human-input': [], 'trigger-schedule': [], 'trigger-webhook': [], tool: ['tool'], agent: ['agent_query'],
    iteration: ['items', 'iteration_output', 'empty_container'], assigner: ['assignments'], 'list-operator': ['list'],
  });
});

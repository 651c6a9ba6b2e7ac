import { config, node } from '../testing';
import { typeOf, variablesFor } from '../variables';

const flow = config(
  [
    node('start', { type: 'start', variables: [{ variable: 'names', type: 'file-list', label: 'Names' }, { variable: 'count', type: 'number' }] }),
    node('code', { type: 'code', outputs: { rows: { type: 'array[string]' } } }),
    node('each', { type: 'iteration', iterator_selector: ['code', 'rows'], output_selector: ['inner', 'structured_output'], output_type: '' }),
    node('first', { type: 'iteration-start' }, { parentId: 'each' }),
    node('inner', {
      type: 'llm', structured_output_enabled: true, error_strategy: 'fail-branch',
      structured_output: { schema: { type: 'object', properties: { place: { type: 'object', properties: { city: { type: 'string' } } } } } },
    }, { parentId: 'each' }),
    node('after', { type: 'template-transform' }, { parentId: 'each' }),
    node('end', { type: 'end' }),
    node('beside', { type: 'http-request' }),
  ],
  ['start>code', 'code>each', 'first>inner', 'inner>after', 'each>end', 'start>beside'],
  {
    environment_variables: [{ name: 'key', value_type: 'secret' }],
    conversation_variables: [{ name: 'notes', value_type: 'array[string]' }],
  },
);
const sources = (nodeId: string, isChat = true) => variablesFor(flow, nodeId, isChat).map(({ source }) => source);
const names = (nodeId: string, source: string, isChat = true) =>
  variablesFor(flow, nodeId, isChat).find((group) => group.source === source)!.variables.map(({ selector }) => selector.at(-1));

it('lets a node read what runs before it, the nearest first, and what every node may read', () => {
  expect(sources('end')).toEqual(['each', 'code', 'start', 'conversation', 'env', 'sys']);
  expect(sources('end')).not.toContain('beside');
});

it('lets a node in a container read what is before the container, and the item of the round', () => {
  expect(sources('after')).toEqual(['inner', 'each', 'code', 'start', 'conversation', 'env', 'sys']);
  expect(names('after', 'each')).toEqual(['item', 'index']);
  expect(names('end', 'each')).toEqual(['output']);
});

it('lets a container choose its output from the nodes in it', () => {
  const inside = variablesFor(flow, 'each', true).filter(({ place }) => place === 'inside');
  expect(inside.map(({ source }) => source)).toEqual(['inner', 'after']);
});

it('keeps the question and the conversation from workflows', () => {
  expect(names('end', 'sys')).toContain('query');
  expect(names('end', 'sys', false)).toEqual(['files', 'user_id', 'app_id', 'workflow_id', 'workflow_run_id']);
  expect(sources('end', false)).not.toContain('conversation');
});

it.each([
  [['start', 'names'], 'array[file]'],
  [['start', 'count'], 'number'],
  [['each', 'item'], 'string'],
  [['each', 'output'], 'array[object]'],
  [['inner', 'structured_output', 'place', 'city'], 'string'],
  [['inner', 'error_type'], 'string'],
  [['env', 'key'], 'string'],
  [['conversation', 'notes'], 'array[string]'],
  [['beside', 'files'], 'array[file]'],
  [['inner', 'nothing'], undefined],
  [['nobody', 'text'], undefined],
])('knows that %j is %s', (selector, type) => {
  expect(typeOf(flow, selector)).toBe(type);
});

it('does not go round for ever where types hang on each other', () => {
  const broken = config([
    node('a', { type: 'variable-aggregator', output_type: 'any', variables: [['b', 'output']] }),
    node('b', { type: 'variable-aggregator', output_type: 'any', variables: [['a', 'output']] }),
  ], ['a>b', 'b>a']);
  expect(typeOf(broken, ['a', 'output'])).toBe('any');
  expect(variablesFor(broken, 'a', false).map(({ source }) => source)).toEqual(['b', 'sys']);
});

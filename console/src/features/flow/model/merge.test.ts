import type { WorkflowConfig } from './graph';
import { differences, merged, obviousSide } from './merge';

const config = (titles: Record<string, string>, more: Partial<WorkflowConfig> = {}, edges: [string, string][] = []): WorkflowConfig => ({
  graph: {
    nodes: Object.entries(titles).map(([id, title]) => ({ id, data: { type: 'llm', title }, position: { x: 0, y: 0 } })),
    edges: edges.map(([source, target]) => ({ id: `${source}-${target}`, source, target })),
  },
  features: {}, environment_variables: [], conversation_variables: [], ...more,
});
const base = config({ 1: 'One', 2: 'Two', 3: 'Three' }, { features: { opening_statement: 'Hi' } }, [['1', '2'], ['2', '3']]);

it('names who changed what, and is silent about what is the same', () => {
  const mine = config({ 1: 'Mine', 2: 'Two', 3: 'Both' }, { features: { opening_statement: 'Hi' } });
  const theirs = config({ 1: 'One', 2: 'Theirs', 3: 'Other' }, { features: { opening_statement: 'Hello' } });

  expect(differences(base, mine, theirs).map(({ key, byMe, byThem }) => [key, byMe, byThem])).toEqual([
    ['node:1', true, false], ['node:2', false, true], ['node:3', true, true], ['features:opening_statement', false, true],
  ]);
});

it('keeps what either of us did, and lets a choice decide where both did', () => {
  const mine = config({ 1: 'Mine', 2: 'Two', 3: 'Both', 8: 'New' }, { features: { opening_statement: 'Hi' } }, [['1', '2'], ['2', '3'], ['3', '8']]);
  const theirs = config({ 1: 'One', 2: 'Theirs', 3: 'Other' }, { environment_variables: [{ name: 'key', value_type: 'secret' }] }, [['2', '3'], ['1', '3']]);
  const both = merged(base, mine, theirs, (one) => (one.key === 'node:3' ? 'theirs' : obviousSide(one)));

  expect(both.graph.nodes.map(({ data }) => data.title)).toEqual(['Mine', 'Theirs', 'Other', 'New']);
  expect(both.graph.edges.map(({ id }) => id)).toEqual(['2-3', '3-8', '1-3']);
  expect(both.features).toEqual({});
  expect(both.environment_variables).toEqual([{ name: 'key', value_type: 'secret' }]);
});

it('takes a node away that one of us removed, with its edges', () => {
  const mine = config({ 1: 'One', 3: 'Three' }, {}, []);
  const theirs = config({ 1: 'One', 2: 'Two', 3: 'Three' }, {}, [['1', '2'], ['2', '3']]);
  const both = merged(base, mine, theirs, obviousSide);
  expect(both.graph.nodes.map(({ id }) => id)).toEqual(['1', '3']);
  expect(both.graph.edges).toEqual([]);
});

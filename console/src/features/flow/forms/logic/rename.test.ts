import { config, node } from '../testing';
import { followRename } from '../variables';

const flow = config([
  node('start', { type: 'start', variables: [{ variable: 'name', type: 'text-input' }, { variable: 'paper', type: 'file' }] }),
  node('llm', { type: 'llm', prompt_template: [{ role: 'user', text: 'For {{#start.name#}} and {{#start.name_2#}}' }] }),
  node('end', { type: 'end', outputs: [{ variable: 'a', value_selector: ['start', 'name'] }, { variable: 'b', value_selector: ['start', 'paper', 'name'] }] }),
  node('aside', { type: 'code', outputs: {} }),
], []);
const renamed = (variables: object[]) => {
  const nodes = flow.graph.nodes.with(0, node('start', { type: 'start', variables }));
  return followRename(flow.graph, { ...flow.graph, nodes }, 'start').nodes;
};

it('lets everything follow a variable that gets another name', () => {
  const [, llm, end, aside] = renamed([{ variable: 'person', type: 'text-input' }, { variable: 'paper', type: 'file' }]);
  expect(llm!.data.prompt_template).toEqual([{ role: 'user', text: 'For {{#start.person#}} and {{#start.name_2#}}' }]);
  expect(end!.data.outputs).toMatchObject([{ value_selector: ['start', 'person'] }, { value_selector: ['start', 'paper', 'name'] }]);
  expect(aside).toBe(flow.graph.nodes[3]);
});

it('leaves references alone when variables are added, removed or put in another order', () => {
  for (const variables of [[{ variable: 'paper', type: 'file' }, { variable: 'name', type: 'text-input' }], [{ variable: 'paper', type: 'file' }], []]) {
    expect(renamed(variables)[1]).toBe(flow.graph.nodes[1]);
  }
});

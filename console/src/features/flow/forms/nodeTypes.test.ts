import type { NodeData } from '../model/graph';
import { emptyData } from './emptyData';
import { handlesOf, NODE_TYPES, offeredTypes } from './nodeTypes';

const handles = (data: Partial<NodeData> & { type: string }) => handlesOf({ title: '', ...data }).map(({ id, label }) => (label ? `${id}=${label}` : id));

it('gives each branch its pin', () => {
  expect(handles({ type: 'if-else', cases: [{ case_id: 'true' }, { case_id: 'x1' }] })).toEqual(['true=IF', 'x1=ELIF 1', 'false=ELSE']);
  expect(handles({ type: 'if-else', conditions: [] })).toEqual(['true=IF', 'false=ELSE']);
  expect(handles({ type: 'question-classifier', classes: [{ id: '1', name: 'After sales' }, { id: '2', name: 'x', label: 'Other' }] }))
    .toEqual(['1=After sales', '2=Other']);
  expect(handles({ type: 'human-input', user_actions: [{ id: 'yes', title: 'Agree' }, { id: 'no' }] })).toEqual(['yes=Agree', 'no=no', '__timeout']);
});

it('gives one pin to all others, one more for a failure that goes on, and none where a run ends', () => {
  expect(handles({ type: 'llm' })).toEqual(['source']);
  expect(handles({ type: 'http-request', error_strategy: 'fail-branch' })).toEqual(['source', 'fail-branch']);
  expect(handles({ type: 'tool', error_strategy: 'default-value' })).toEqual(['source']);
  expect(handles({ type: 'end' })).toEqual([]);
  expect(handles({ type: 'from-a-plugin' })).toEqual(['source']);
});

it('makes new nodes in the DSL’s shape', () => {
  const t = ((key: string) => `words of ${key}`) as never;
  for (const type of Object.keys(NODE_TYPES)) expect(emptyData(type, t)).toMatchObject({ type, title: `words of flowNodes:type.${type}` });
  expect(emptyData('if-else', t).cases).toEqual([{ case_id: 'true', id: 'true', logical_operator: 'and', conditions: [] }]);
  expect(emptyData('assigner', t)).toMatchObject({ version: '2', items: [] });
});

it('offers what makes sense in a place', () => {
  expect(offeredTypes(true)).toContain('answer');
  expect(offeredTypes(true)).not.toContain('end');
  expect(offeredTypes(false)).toEqual(expect.arrayContaining(['end', 'trigger-webhook']));
  expect(offeredTypes(false)).not.toContain('loop-end');
  expect(offeredTypes(false, 'loop')).toContain('loop-end');
  expect(offeredTypes(false, 'iteration')).not.toContain('iteration');
});

import { DraftSaver } from '../../apps/draft/DraftSaver';
import { connect } from '../model/connect';
import { setData } from '../model/commands';
import { FlowEditor } from './FlowEditor';
import { duplicate, nudge, removeChosen } from './acts';

const config = () => ({
  graph: {
    nodes: [
      { id: '1', type: 'custom', data: { type: 'start', title: 'Start' }, position: { x: 0, y: 0 }, theirs: 1 },
      { id: '2', type: 'custom', data: { type: 'end', title: 'End' }, position: { x: 300, y: 0 } },
    ],
    edges: [],
  },
  features: { opening_statement: 'Hi' }, environment_variables: [], conversation_variables: [], more: true,
});

let now = 0;
const editing = () => {
  const saver = new DraftSaver({ revision: 1, config: config(), updated_at: '' }, async (revision, saved) => ({ revision: revision + 1, config: saved, updated_at: '' }));
  const editor = new FlowEditor(saver, () => now);
  editor.subscribe(() => undefined);
  return { saver, editor };
};
const titles = (editor: FlowEditor) => editor.graph.nodes.map(({ data }) => data.title);
const rename = (editor: FlowEditor, title: string) => editor.changeGraph('settings', (graph) => setData(graph, '1', { title }), '1:title');

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
});
afterEach(() => void vi.useRealTimers());

it('gives every change to the saver, with what nobody here knows', () => {
  const { saver, editor } = editing();
  editor.changeGraph('connect', (graph) => connect(graph, { source: '1', sourceHandle: 'source', target: '2' }));

  expect(saver.state()).toMatchObject({ status: 'changed', config: { more: true, graph: { nodes: [{ theirs: 1 }, {}], edges: [{ source: '1' }] } } });
});

it('undoes and does again what was done, and typing as one', () => {
  const { saver, editor } = editing();
  for (const title of ['A', 'AB', 'ABC']) {
    rename(editor, title);
    now += 300;
  }
  now += 5000;
  rename(editor, 'ABCD');
  expect(editor.state().undoLabel).toBe('settings');

  editor.undo();
  expect(titles(editor)).toEqual(['ABC', 'End']);
  editor.undo();
  expect(titles(editor)).toEqual(['Start', 'End']);
  expect(saver.state().config.graph).toMatchObject({ nodes: [{ data: { title: 'Start' } }, {}] });
  editor.redo();
  editor.redo();
  expect(titles(editor)).toEqual(['ABCD', 'End']);
  expect(editor.state().redoLabel).toBeUndefined();
});

it('forgets its history when somebody else’s draft is taken over', () => {
  const { saver, editor } = editing();
  rename(editor, 'Mine');
  saver.replace({ revision: 9, config: { ...config(), graph: { nodes: [], edges: [] } }, updated_at: '' });

  expect(editor.graph.nodes).toEqual([]);
  editor.undo();
  expect(editor.graph.nodes).toEqual([]);
});

it('counts where a node is only once it is let go, as one step', () => {
  const { saver, editor } = editing();
  editor.onNodesChange([{ type: 'position', id: '2', position: { x: 310, y: 4 }, dragging: true }]);
  expect(editor.graph.nodes[1]!.position).toEqual({ x: 300, y: 0 });
  expect(saver.state().status).toBe('saved');

  editor.drop('move', editor.state().nodes);
  expect(editor.graph.nodes[1]!.position).toEqual({ x: 310, y: 4 });
  editor.undo();
  expect(editor.state().nodes[1]!.position).toEqual({ x: 300, y: 0 });
});

it('acts on what is chosen, and chooses the copies', () => {
  const { editor } = editing();
  editor.choose(['2']);
  nudge(editor, [24, 0]);
  duplicate(editor, ['2']);
  const [copy] = [...editor.state().chosen];
  expect(editor.graph.nodes.find(({ id }) => id === copy)).toMatchObject({ position: { x: 360, y: 36 }, data: { type: 'end' } });

  removeChosen(editor);
  expect(editor.graph.nodes.map(({ id }) => id)).toEqual(['1', '2']);
});

it('changes nothing for who may only look', () => {
  const { saver, editor } = editing();
  editor.setReadOnly(true);
  rename(editor, 'Mine');
  editor.undo();
  expect(titles(editor)).toEqual(['Start', 'End']);
  expect(saver.state().status).toBe('saved');
});

import { addNode, freeNear } from './add';
import { connect, nodeOf } from './connect';
import { containersFor, moveTo } from './reparent';
import type { Graph, NodeData } from './graph';

const data = (type: string): NodeData => ({ type, title: type, desc: '' });
const node = (id: string, type: string, x: number, y = 0) => ({ id, type: 'custom', data: data(type), position: { x, y } });
const link = (source: string, target: string) => ({ source, sourceHandle: 'source', target });

const start: Graph = { nodes: [node('1', 'start', 0), node('2', 'code', 300), node('3', 'llm', 600), node('4', 'end', 900)], edges: [] };
const line = connect(connect(connect(start, link('1', '2')), link('2', '3')), link('3', '4'));
const withLoop = addNode(line, '5', data('loop'), { position: { x: 0, y: 400 } });

it('goes into a container with the edges among what goes, and cuts those through its wall', () => {
  const graph = moveTo(withLoop, ['2', '3'], '5', { 2: { x: 100, y: 500 }, 3: { x: 400, y: 500 } });

  expect(nodeOf(graph, '2')).toMatchObject({ parentId: '5', position: { x: 100, y: 100 }, data: { isInLoop: true, loop_id: '5', isInIteration: false } });
  expect(graph.edges.map(({ id, data: place }) => [id, place?.loop_id])).toEqual([['2-source-3-target', '5']]);
  // It has grown with them.
  expect(nodeOf(graph, '5')!.width).toBeGreaterThan(600);

  const out = moveTo(graph, ['3'], undefined, { 3: { x: 40, y: 20 } });
  expect(nodeOf(out, '3')).toMatchObject({ position: { x: 40, y: 20 }, data: { isInLoop: false } });
  expect(nodeOf(out, '3')).not.toHaveProperty('parentId');
  expect(nodeOf(out, '3')!.data).not.toHaveProperty('loop_id');
  expect(out.edges).toEqual([]);
});

it('keeps starts, ends and containers outside, and what ends a loop in a loop', () => {
  expect(['1', '2', '4', '5'].map((id) => containersFor(withLoop, id).map((one) => one.id))).toEqual([[], ['5'], [], []]);
  expect(moveTo(withLoop, ['1'], '5')).toBe(withLoop);
  const breaking = addNode(withLoop, '6', data('loop-end'), { position: { x: 100, y: 60 }, parentId: '5' });
  expect(moveTo(breaking, ['6'], undefined)).toBe(breaking);
});

it('finds a place for what goes by the keyboard, and never lays one thing over another', () => {
  const graph = moveTo(moveTo(withLoop, ['2'], '5'), ['3'], '5');
  const boxes = graph.nodes.filter(({ parentId }) => parentId === '5').map(({ position }) => position);
  expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);

  const note = { width: 240, height: 120 };
  const { x, y } = freeNear(line, { x: 310, y: 20 }, note);
  expect(line.nodes.every(({ position }) => x >= position.x + 228 || x + 240 <= position.x || y >= position.y + 78 || y + 120 <= position.y)).toBe(true);
  expect(freeNear(line, { x: 0, y: 900 }, note)).toEqual({ x: 0, y: 900 });
});

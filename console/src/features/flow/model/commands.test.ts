import { addAfter, addNode, addOnEdge } from './add';
import { align } from './align';
import { changeType } from './changeType';
import { clipOf, paste, readClip } from './clipboard';
import { insert, moveNodes, remove, resize, setData } from './commands';
import { connect, nodeOf, obstacleOf } from './connect';
import type { Graph, NodeData } from './graph';
import { tidied } from './layout';
import { sizeOf } from './nodes';
import { neighbourOf } from './walk';

const data = (type: string, more: object = {}): NodeData => ({ type, title: type, desc: '', ...more });
const at = (x: number, y: number) => ({ position: { x, y } });
const node = (id: string, type: string, x = 0, y = 0, more: object = {}) => ({ id, type: 'custom', data: data(type, more), position: { x, y } });
const link = (source: string, target: string, sourceHandle = 'source') => ({ source, sourceHandle, target });

const start: Graph = { nodes: [node('1', 'start'), node('2', 'llm', 300), node('3', 'end', 600)], edges: [] };
const line = connect(connect(start, link('1', '2')), link('2', '3'));
const withLoop = addNode(line, '4', data('loop'), at(0, 400));
const classifier = { classes: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }] };

describe('connecting', () => {
  it('writes an edge as the DSL has it', () => {
    expect(line.edges[0]).toEqual({
      id: '1-source-2-target', type: 'custom', source: '1', sourceHandle: 'source', target: '2', targetHandle: 'target', zIndex: 0,
      data: { sourceType: 'start', targetType: 'llm', isInIteration: false, isInLoop: false },
    });
  });

  it('refuses circles, what is connected already, ways into a start and ways out of an end', () => {
    expect(obstacleOf(line, link('2', '2'))).toBe('self');
    expect(obstacleOf(addNode(line, '5', data('code'), at(0, 0)), link('3', '5'))).toBe('no_output');
    expect(obstacleOf(line, link('2', '1'))).toBe('no_input');
    expect(obstacleOf(line, link('1', '2'))).toBe('exists');
    const longer = addAfter(line, '5', data('code'), '2', 'source');
    expect(obstacleOf(longer, link('5', '2'))).toBe('cycle');
    expect(connect(longer, link('5', '2'))).toBe(longer);
  });

  it('knows the ways out of branches, of failures and of people', () => {
    const graph: Graph = {
      nodes: [
        node('1', 'if-else', 0, 0, { cases: [{ case_id: 'x' }] }), node('2', 'question-classifier', 0, 0, classifier),
        node('3', 'human-input', 0, 0, { user_actions: [{ id: 'yes' }] }), node('4', 'http-request', 0, 0, { error_strategy: 'fail-branch' }), node('9', 'end'),
      ],
      edges: [],
    };
    const ways = (id: string, pins: string[]) => pins.map((pin) => obstacleOf(graph, link(id, '9', pin)));
    expect(ways('1', ['x', 'false', 'source'])).toEqual([undefined, undefined, 'no_output']);
    expect(ways('2', ['a', 'b', 'c'])).toEqual([undefined, undefined, 'no_output']);
    expect(ways('3', ['yes', '__timeout'])).toEqual([undefined, undefined]);
    expect(ways('4', ['source', 'fail-branch'])).toEqual([undefined, undefined]);
  });

  it('does not lead out of a container', () => {
    const inside = addNode(withLoop, '5', data('code'), { ...at(100, 60), parentId: '4' });
    expect(obstacleOf(inside, link('5', '3'))).toBe('container');
    expect(obstacleOf(inside, link('4start', '5'))).toBeUndefined();
  });
});

describe('adding', () => {
  it('puts a node into an edge and makes room behind it', () => {
    const graph = addOnEdge(line, '5', data('code'), '2-source-3-target');

    expect(graph.edges.map(({ source, target }) => [source, target])).toEqual([['1', '2'], ['2', '5'], ['5', '3']]);
    expect(nodeOf(graph, '5')!.position.x).toBe(600);
    expect(nodeOf(graph, '3')!.position.x).toBe(900);
    expect(nodeOf(graph, '2')!.position.x).toBe(300);
  });

  it('puts a node that stands alone into an edge', () => {
    const alone = addNode(line, '5', data('if-else', { cases: [{ case_id: 'yes' }] }), at(0, 0));
    expect(insert(alone, '1-source-2-target', '5').edges.map(({ id }) => id))
      .toEqual(['2-source-3-target', '1-source-5-target', '5-yes-2-target']);
  });

  it('places a second follower below the first', () => {
    const graph = addAfter(line, '5', data('code'), '1', 'source');
    expect(nodeOf(graph, '5')!.position).toEqual({ x: 300, y: sizeOf(nodeOf(line, '2')!).height + 32 });
  });

  it('gives a container its start and its children the fields of the DSL', () => {
    const graph = connect(addNode(withLoop, '5', data('code'), { ...at(100, 60), parentId: '4' }), link('4start', '5'));

    expect(nodeOf(graph, '4')!.data).toMatchObject({ start_node_id: '4start', width: 508, height: 220 });
    expect(nodeOf(graph, '4start')).toMatchObject({ type: 'custom-loop-start', parentId: '4', data: { type: 'loop-start', isInLoop: true } });
    expect(nodeOf(graph, '5')).toMatchObject({ parentId: '4', data: { isInLoop: true, loop_id: '4', isInIteration: false } });
    expect(graph.edges.at(-1)!.data).toEqual({ sourceType: 'loop-start', targetType: 'code', isInIteration: false, isInLoop: true, loop_id: '4' });
  });

  it('lets a container grow with what is put into it', () => {
    const graph = addNode(withLoop, '5', data('code'), { ...at(600, 300), parentId: '4' });
    expect(sizeOf(nodeOf(graph, '4')!)).toEqual({ width: 852, height: 402 });
  });
});

describe('changing', () => {
  it('cuts the edges of a branch that is no more', () => {
    const branching = connect(addAfter(line, '5', data('question-classifier', classifier), '1', 'source'), link('5', '3', 'b'));
    const graph = setData(branching, '5', { classes: [{ id: 'a' }] });
    expect(graph.edges.some(({ source }) => source === '5')).toBe(false);
  });

  it('takes fields away that are set to nothing and keeps what nobody here knows', () => {
    const graph = setData({ ...line, nodes: [node('1', 'llm', 0, 0, { theirs: 7, memory: {} })] }, '1', { memory: undefined, title: 'New' });
    expect(graph.nodes[0]!.data).toEqual({ type: 'llm', title: 'New', desc: '', theirs: 7 });
  });

  it('makes another kind of node of one with its title, its edges and what both have', () => {
    const named = setData(line, '2', { title: 'Mine', model: { name: 'm' } });
    const graph = changeType(named, '2', data('question-classifier', { model: {}, ...classifier }));

    expect(nodeOf(graph, '2')!.data).toMatchObject({ type: 'question-classifier', title: 'Mine', model: { name: 'm' }, ...classifier });
    expect(graph.edges.map(({ source, sourceHandle, target, data: said }) => [source, sourceHandle, target, said!.sourceType, said!.targetType]))
      .toEqual([['1', 'source', '2', 'start', 'question-classifier'], ['2', 'a', '3', 'question-classifier', 'end']]);
  });

  it('removes a container with all that is in it, and its start with it alone', () => {
    const inside = connect(addNode(withLoop, '5', data('code'), { ...at(100, 60), parentId: '4' }), link('4start', '5'));
    expect(remove(inside, ['4start'])).toBe(inside);
    expect(remove(inside, ['4']).nodes.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(remove(inside, ['4']).edges).toHaveLength(2);
  });

  it('keeps the place on the whole canvas where a file from elsewhere says it', () => {
    const graph = moveNodes({ ...line, nodes: [{ ...line.nodes[0]!, positionAbsolute: { x: 0, y: 0 } }] }, { 1: { x: 5, y: 6 } });
    expect(graph.nodes[0]!.positionAbsolute).toEqual({ x: 5, y: 6 });
  });

  it('leaves what is in a container where it was when its upper left corner is drawn', () => {
    const inside = addNode(withLoop, '5', data('code'), { ...at(100, 60), parentId: '4' });
    const graph = resize(inside, '4', { width: 608, height: 320 }, { x: -100, y: 300 });
    expect(nodeOf(graph, '5')!.position).toEqual({ x: 200, y: 160 });
    expect(sizeOf(nodeOf(graph, '4')!)).toEqual({ width: 608, height: 320 });
  });
});

describe('the clipboard', () => {
  it('renames copies, and what they say of one another, but not what they say of others', () => {
    const talking = setData(setData(line, '2', { prompt: 'Say {{#1.topic#}}' }), '3', { outputs: [{ value_selector: ['2', 'text'] }] });
    const clip = readClip(JSON.stringify(clipOf(talking, ['1', '2', '3'])))!;
    const { graph, ids } = paste(talking, clip, 100, { x: 0, y: 500 });

    expect(ids).toEqual(['100', '101']);
    expect(nodeOf(graph, '100')).toMatchObject({ position: { x: 0, y: 500 }, data: { prompt: 'Say {{#1.topic#}}' } });
    expect(nodeOf(graph, '101')).toMatchObject({ position: { x: 300, y: 500 }, data: { outputs: [{ value_selector: ['100', 'text'] }] } });
    expect(graph.edges.at(-1)).toMatchObject({ id: '100-source-101-target', source: '100', target: '101' });
  });

  it('copies a container with what is in it', () => {
    const inside = connect(addNode(withLoop, '5', data('code', { x: '{{#4.i#}}' }), { ...at(100, 60), parentId: '4' }), link('4start', '5'));
    const { graph, ids } = paste(inside, clipOf(inside, ['4']), 100, { x: 0, y: 900 });

    expect(ids).toEqual(['100']);
    expect(nodeOf(graph, '100')!.data.start_node_id).toBe('100start');
    expect(nodeOf(graph, '101')).toMatchObject({ parentId: '100', data: { loop_id: '100', x: '{{#100.i#}}' } });
    expect(graph.edges.at(-1)).toMatchObject({ source: '100start', target: '101' });
  });

  it('says in a container where it now is, and puts nothing there that has no place there', () => {
    const { graph, ids } = paste(withLoop, clipOf(withLoop, ['2', '3', '4']), 100, { x: 80, y: 60 }, '4');
    expect(ids).toEqual(['100']);
    expect(nodeOf(graph, '100')).toMatchObject({ parentId: '4', data: { type: 'llm', isInLoop: true, loop_id: '4' } });
  });

  it('is not confused by other text', () => {
    expect(readClip('hello')).toBeUndefined();
    expect(readClip('{"nodes": []}')).toBeUndefined();
    expect(readClip('{"middeck": "flow", "nodes": [{}], "edges": []}')).toBeUndefined();
  });
});

describe('arranging', () => {
  it('lines up and spreads', () => {
    expect(align(line, ['1', '2', '3'], 'left').nodes.map(({ position }) => position.x)).toEqual([0, 0, 0]);
    const uneven = moveNodes(line, { 2: { x: 250, y: 0 } });
    expect(align(uneven, ['1', '2', '3'], 'columns').nodes.map(({ position }) => position.x)).toEqual([0, 300, 600]);
  });

  it('tidies from left to right without overlaps, containers around what is in them', () => {
    const inside = connect(addNode(withLoop, '5', data('code'), { ...at(0, 0), parentId: '4' }), link('4start', '5'));
    const graph = tidied(connect(inside, link('1', '4')));

    const [first, second, third, loop] = ['1', '2', '3', '4'].map((id) => nodeOf(graph, id)!);
    expect(first!.position.x).toBeLessThan(second!.position.x);
    expect(second!.position.x).toBeLessThan(third!.position.x);
    const apart = Math.abs(loop!.position.y - second!.position.y);
    expect(apart).toBeGreaterThanOrEqual(Math.min(sizeOf(loop!).height, sizeOf(second!).height));
    expect(nodeOf(graph, '5')!.position.x).toBeGreaterThan(nodeOf(graph, '4start')!.position.x + 44);
    expect(sizeOf(loop!).width).toBeGreaterThanOrEqual(nodeOf(graph, '5')!.position.x + 228);
  });

  it('walks along edges and to what lies above and below', () => {
    const graph = addAfter(line, '5', data('code'), '1', 'source');
    expect(['right', 'left'].map((way) => neighbourOf(graph, '2', way as 'right'))).toEqual(['3', '1']);
    expect(neighbourOf(graph, '2', 'down')).toBe('5');
    expect(neighbourOf(graph, '5', 'up')).toBe('2');
    expect(neighbourOf(graph, '3', 'right')).toBeUndefined();
  });
});

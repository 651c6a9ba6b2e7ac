import { connect, handleOf, nodeOf } from './connect';
import { containerHead, grown, within, withSize } from './containers';
import type { Graph, GraphNode, NodeData } from './graph';
import { hasInput, hasPin, pinsOf } from './nodes';

export interface Point {
  x: number;
  y: number;
}

/** A new name for a node: the time, as the DSL has it, or the next that is free. */
export function newId(graph: Graph, now: number): string {
  const taken = new Set(graph.nodes.map(({ id }) => id));
  let id = now;
  while (taken.has(String(id))) id++;
  return String(id);
}

/** Puts a node that is there into an edge. */
export function insert(graph: Graph, edgeId: string, id: string): Graph {
  const edge = graph.edges.find((one) => one.id === edgeId);
  const node = nodeOf(graph, id);
  if (!edge || !node || !hasInput(node) || edge.source === id || edge.target === id) return graph;
  const without = { ...graph, edges: graph.edges.filter((one) => one !== edge) };
  const before = connect(without, { source: edge.source, sourceHandle: handleOf(edge), target: id });
  const pin = pinsOf(node)[0];
  return pin ? connect(before, { source: id, sourceHandle: pin.id, target: edge.target }) : before;
}

/** Removes nodes with what is in them, and edges. The dot of a container goes with it alone. */
export function remove(graph: Graph, nodes: Iterable<string>, edges: Iterable<string> = []): Graph {
  const asked = [...nodes].filter((id) => !nodeOf(graph, id)?.type?.endsWith('-start'));
  const gone = within(graph, asked);
  const cut = new Set(edges);
  if (gone.size === 0 && cut.size === 0) return graph;
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
    edges: graph.edges.filter(({ id, source, target }) => !cut.has(id) && !gone.has(source) && !gone.has(target)),
  };
}

/** Puts nodes elsewhere; containers grow with their children. */
export function moveNodes(graph: Graph, to: Readonly<Record<string, Point>>): Graph {
  const ids = Object.keys(to).filter((id) => {
    const node = nodeOf(graph, id);
    return node && (node.position.x !== to[id]!.x || node.position.y !== to[id]!.y);
  });
  if (ids.length === 0) return graph;
  const nodes = graph.nodes.map((node) => {
    if (!ids.includes(node.id)) return node;
    const { x, y } = to[node.id]!;
    return { ...node, position: node.parentId ? { x: Math.max(0, x), y: Math.max(containerHead, y) } : { x, y } };
  });
  return grown(withAbsolutes({ ...graph, nodes }), ids);
}

// Files from elsewhere also say where a node lies on the whole canvas; it has to go with the node.
function withAbsolutes(graph: Graph): Graph {
  if (!graph.nodes.some((node) => node.positionAbsolute)) return graph;
  const absolute = (node: GraphNode): Point => {
    const parent = nodeOf(graph, node.parentId);
    const { x, y } = parent ? absolute(parent) : { x: 0, y: 0 };
    return { x: x + node.position.x, y: y + node.position.y };
  };
  return {
    ...graph, nodes: graph.nodes.map((node) => (node.positionAbsolute ? { ...node, positionAbsolute: absolute(node) } : node)),
  };
}

/** Changes fields of a node; edges that began at a branch which is no more go with it. */
export function setData(graph: Graph, id: string, patch: Record<string, unknown>): Graph {
  const before = nodeOf(graph, id);
  if (!before) return graph;
  const data = Object.fromEntries(Object.entries({ ...before.data, ...patch }).filter(([, value]) => value !== undefined)) as NodeData;
  const after = { ...before, data };
  const lost = pinsOf(before).map((pin) => pin.id).filter((pin) => !hasPin(after, pin));
  return {
    ...graph,
    nodes: graph.nodes.map((node) => (node === before ? after : node)),
    edges: lost.length === 0 ? graph.edges : graph.edges.filter((edge) => edge.source !== id || !lost.includes(handleOf(edge))),
  };
}

/** Gives a container or a note another size, and place where its left or upper side was drawn. */
export function resize(graph: Graph, id: string, size: { width: number; height: number }, position: Point): Graph {
  const node = nodeOf(graph, id);
  if (!node) return graph;
  const moved = { x: position.x - node.position.x, y: position.y - node.position.y };
  const nodes = graph.nodes.map((one) => {
    if (one === node) return withSize({ ...one, position }, { width: Math.round(size.width), height: Math.round(size.height) });
    // What is in it stays where it was on the canvas.
    return one.parentId === id ? { ...one, position: { x: one.position.x - moved.x, y: one.position.y - moved.y } } : one;
  });
  return withAbsolutes({ ...graph, nodes });
}

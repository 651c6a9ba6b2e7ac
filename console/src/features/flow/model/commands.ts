import { connect, downstreamOf, edgeOf, handleOf, nodeOf, placeFields, type Link } from './connect';
import { containerHead, grown, startDotOf, within, withSize } from './containers';
import type { Graph, GraphNode, NodeData } from './graph';
import { cardWidth, hasInput, hasPin, isContainer, pinsOf, sizeOf } from './nodes';

export interface Point {
  x: number;
  y: number;
}

const gap = 72;

/** A new name for a node: the time, as the DSL has it, or the next that is free. */
export function newId(graph: Graph, now: number): string {
  const taken = new Set(graph.nodes.map(({ id }) => id));
  let id = now;
  while (taken.has(String(id))) id++;
  return String(id);
}

interface Place {
  position: Point;
  /** The container that it is put into. */
  parentId?: string;
}

/** Adds a node; a container brings the dot that it begins with. */
export function addNode(graph: Graph, id: string, data: NodeData, { position, parentId }: Place, type = 'custom'): Graph {
  const parent = nodeOf(graph, parentId);
  const isFree = type === 'custom';
  let node: GraphNode = {
    id, type, position,
    data: isFree ? { ...data, ...placeFields(parent) } : data,
    sourcePosition: 'right', targetPosition: 'left',
    ...(parent && { parentId, zIndex: 1002 }),
  };
  if (!isFree || isContainer(node)) node = withSize(node, sizeOf(node));
  if (!isContainer(node) || !isFree) return grown({ ...graph, nodes: [...graph.nodes, node] }, [id]);
  node = { ...node, data: { ...node.data, start_node_id: `${id}start` }, zIndex: parent ? 1002 : 1 };
  return grown({ ...graph, nodes: [...graph.nodes, node, startDotOf(node)] }, [id]);
}

/** Where a node may be put to the right of another one, below what already follows it. */
export function placeAfter(graph: Graph, after: GraphNode): Place {
  const followers = graph.nodes.filter(({ id }) => graph.edges.some((edge) => edge.source === after.id && edge.target === id));
  const bottom = Math.max(...followers.map((node) => node.position.y + sizeOf(node).height + 32), Number.NEGATIVE_INFINITY);
  return {
    position: { x: after.position.x + sizeOf(after).width + gap, y: Number.isFinite(bottom) ? bottom : after.position.y },
    parentId: after.parentId,
  };
}

const step = 24;

/** The place nearest to a point where something of that size covers nothing that is there. */
export function freeNear(graph: Graph, { x, y }: Point, size: { width: number; height: number }, parentId?: string): Point {
  const taken = graph.nodes.filter((node) => node.parentId === parentId).map((node) => ({ ...node.position, ...sizeOf(node) }));
  const isFree = (at: Point) => taken.every((one) => (
    at.x >= one.x + one.width + step || at.x + size.width + step <= one.x || at.y >= one.y + one.height + step || at.y + size.height + step <= one.y
  ));
  const from = { x: Math.round(x), y: Math.round(y) };
  for (let ring = 0; ; ring++) {
    // Everything within a ring is at about the same distance; below and to the right comes first.
    for (let across = ring; across >= -ring; across--) {
      for (let down = ring; down >= -ring; down -= Math.abs(across) === ring ? 1 : 2 * ring) {
        const at = { x: from.x + across * step, y: from.y + down * step };
        if ((!parentId || (at.x >= 0 && at.y >= containerHead)) && isFree(at)) return at;
      }
    }
  }
}

/** Adds a node behind a pin of another. */
export function addAfter(graph: Graph, id: string, data: NodeData, source: string, sourceHandle: string): Graph {
  const { position, parentId } = placeAfter(graph, nodeOf(graph, source)!);
  const free = freeNear(graph, position, sizeOf({ id, data, position }), parentId);
  return connect(addNode(graph, id, data, { position: free, parentId }), { source, sourceHandle, target: id });
}

/** Adds a node in the middle of an edge; what comes after makes room. */
export function addOnEdge(graph: Graph, id: string, data: NodeData, edgeId: string): Graph {
  const edge = graph.edges.find((one) => one.id === edgeId);
  if (!edge) return graph;
  const [from, to] = [nodeOf(graph, edge.source)!, nodeOf(graph, edge.target)!];
  const left = from.position.x + sizeOf(from).width + gap;
  const position = { x: left, y: Math.round((from.position.y + to.position.y) / 2) };
  const missing = left + cardWidth + gap - to.position.x;
  const after = missing > 0 ? downstreamOf(graph, to.id) : new Set<string>();
  const moved = moveNodes(graph, Object.fromEntries(
    [...after].map((one) => nodeOf(graph, one)!).filter((node) => node.parentId === to.parentId)
      .map((node) => [node.id, { x: node.position.x + missing, y: node.position.y }]),
  ));
  const added = addNode(moved, id, data, { position, parentId: from.parentId });
  return insert(added, edgeId, id);
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

const kept = ['title', 'desc', 'isInIteration', 'iteration_id', 'isInLoop', 'loop_id'];

/** Makes another kind of node of one: the title, the edges and the fields that both have stay. */
export function changeType(graph: Graph, id: string, fresh: NodeData): Graph {
  const before = nodeOf(graph, id);
  if (!before || isContainer(before) || before.data.type === fresh.type) return graph;
  const shared = Object.entries(before.data).filter(([name]) => name !== 'type' && (kept.includes(name) || name in fresh));
  const after: GraphNode = { ...before, data: { ...fresh, ...Object.fromEntries(shared) } as NodeData };
  const first = pinsOf(after)[0];
  const edges = graph.edges.flatMap((edge) => {
    if (edge.target === id) return hasInput(after) ? [edge] : [];
    if (edge.source !== id || hasPin(after, handleOf(edge))) return [edge];
    return first ? [{ ...edge, id: `${id}-${first.id}-${edge.target}-target`, sourceHandle: first.id }] : [];
  });
  const next = { ...graph, nodes: graph.nodes.map((node) => (node === before ? after : node)) };
  const seen = new Set<string>();
  const typed = edges.filter((edge) => !seen.has(edge.id) && seen.add(edge.id)).map((edge) => (
    edge.source === id || edge.target === id ? { ...edge, data: { ...edge.data, ...edgeOf(next, linkOf(edge)).data } } : edge
  ));
  return { ...next, edges: typed };
}

const linkOf = (edge: { source: string; sourceHandle?: string; target: string }): Link =>
  ({ source: edge.source, sourceHandle: edge.sourceHandle || 'source', target: edge.target });

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

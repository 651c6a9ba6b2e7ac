import { connect, downstreamOf, nodeOf, placeFields } from './connect';
import { containerHead, grown, startDotOf, withSize } from './containers';
import { insert, moveNodes, type Point } from './commands';
import type { Graph, GraphNode, NodeData } from './graph';
import { cardWidth, isContainer, sizeOf } from './nodes';

const gap = 72;

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

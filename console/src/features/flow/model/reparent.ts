import { freeNear } from './add';
import type { Point } from './commands';
import { inPlace, nodeOf } from './connect';
import { containerHead, grown, within } from './containers';
import type { Graph, GraphNode } from './graph';
import { isContainer, mayBeIn, sizeOf } from './nodes';

/** Where a node lies on the whole canvas. */
export function absoluteOf(graph: Graph, node: GraphNode): Point {
  const parent = nodeOf(graph, node.parentId);
  if (!parent) return node.position;
  const { x, y } = absoluteOf(graph, parent);
  return { x: x + node.position.x, y: y + node.position.y };
}

/** Whether nodes can go together into a container, or out of theirs onto the canvas. */
export function canMoveTo(graph: Graph, ids: readonly string[], parentId: string | undefined): boolean {
  const parent = nodeOf(graph, parentId);
  return ids.every((id) => {
    const node = nodeOf(graph, id);
    return node !== undefined && mayBeIn(node, parent) && !within(graph, [id]).has(parentId ?? '');
  });
}

/** The containers into which a node can go, the one that it is in left out. */
export const containersFor = (graph: Graph, id: string): GraphNode[] => graph.nodes.filter((node) => (
  isContainer(node) && node.id !== nodeOf(graph, id)?.parentId && canMoveTo(graph, [id], node.id)
));

/**
 * Puts nodes into a container, or out of theirs onto the canvas, with what is in them. Edges that would go through the wall of a
 * container are cut; those among the nodes stay.
 * @param at Where each lies on the whole canvas then; without it a place is found for it.
 */
export function moveTo(graph: Graph, ids: readonly string[], parentId: string | undefined, at?: Readonly<Record<string, Point>>): Graph {
  const moving = ids.filter((id) => nodeOf(graph, id)?.parentId !== parentId);
  if (moving.length === 0 || !canMoveTo(graph, moving, parentId)) return graph;
  const parent = nodeOf(graph, parentId);
  const origin = parent ? absoluteOf(graph, parent) : { x: 0, y: 0 };
  let next = graph;
  for (const id of moving) {
    const node = nodeOf(next, id)!;
    const wanted = at?.[id];
    const position = wanted
      ? { x: Math.round(wanted.x - origin.x), y: Math.round(wanted.y - origin.y) }
      : freeNear(next, parent ? { x: 92, y: containerHead + 24 } : absoluteOf(next, node), sizeOf(node), parentId);
    const placed = withPlace(node, parent, parent ? { x: Math.max(0, position.x), y: Math.max(containerHead, position.y) } : position);
    next = { ...next, nodes: next.nodes.map((one) => (one === node ? placed : one)) };
  }
  const inMove = new Set(moving);
  const edges = next.edges.flatMap((edge) => {
    if (!inMove.has(edge.source) && !inMove.has(edge.target)) return [edge];
    if (!inMove.has(edge.source) || !inMove.has(edge.target)) return [];
    return [{ ...edge, data: inPlace(edge.data ?? {}, parent), zIndex: parent ? 1002 : 0 }];
  });
  return grown({ ...next, edges }, moving);
}

function withPlace({ parentId, zIndex, positionAbsolute, ...node }: GraphNode, parent: GraphNode | undefined, position: Point): GraphNode {
  return { ...node, position, data: inPlace(node.data, parent), ...(parent && { parentId: parent.id, zIndex: 1002 }) };
}

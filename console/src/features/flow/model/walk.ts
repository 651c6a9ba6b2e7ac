import { nodeOf } from './connect';
import type { Graph, GraphNode } from './graph';
import { sizeOf } from './nodes';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The node that one comes to from another by an arrow key: along its edges, or to the next above or below. */
export function neighbourOf(graph: Graph, id: string, direction: Direction): string | undefined {
  const from = nodeOf(graph, id);
  if (!from) return undefined;
  if (direction === 'right') return nearest(graph, from, graph.edges.filter(({ source }) => source === id).map(({ target }) => target));
  if (direction === 'left') return nearest(graph, from, graph.edges.filter(({ target }) => target === id).map(({ source }) => source));
  const sign = direction === 'down' ? 1 : -1;
  return nearest(graph, from, graph.nodes.filter((node) => (
    node.parentId === from.parentId && (node.position.y - from.position.y) * sign > 0
    && Math.abs(node.position.x - from.position.x) < sizeOf(from).width
  )).map((node) => node.id));
}

function nearest(graph: Graph, from: GraphNode, ids: readonly string[]): string | undefined {
  const away = ({ position }: GraphNode) => Math.abs(position.y - from.position.y) + Math.abs(position.x - from.position.x) / 4;
  return ids.flatMap((id) => nodeOf(graph, id) ?? []).sort((a, b) => away(a) - away(b))[0]?.id;
}

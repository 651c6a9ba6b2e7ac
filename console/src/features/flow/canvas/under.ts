import type { Graph } from '../model/graph';
import { isContainer } from '../model/nodes';

interface WindowPoint {
  x: number;
  y: number;
}

/** The edge under a point of the window. */
export function edgeUnder({ x, y }: WindowPoint): string | undefined {
  return document.elementsFromPoint(x, y).map((one) => one.closest('.react-flow__edge')?.getAttribute('data-id')).find(Boolean) ?? undefined;
}

/** The innermost container under a point of the window, without those that are left out. */
export function containerAt({ x, y }: WindowPoint, graph: Graph, without: ReadonlySet<string> = new Set()): string | undefined {
  const containers = new Set(graph.nodes.filter((node) => isContainer(node) && !without.has(node.id)).map(({ id }) => id));
  return document.elementsFromPoint(x, y).map((one) => one.closest('.react-flow__node')?.getAttribute('data-id') ?? '')
    .find((id) => containers.has(id));
}

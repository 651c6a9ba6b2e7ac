import { nodeOf } from './connect';
import type { Graph, GraphNode } from './graph';
import { containerWord, sizeOf } from './nodes';

export const containerHead = 34;
const margin = 24;

/** The dot from which a new container begins. */
export function startDotOf(container: GraphNode): GraphNode {
  const word = containerWord(container.data.type)!;
  const type = `${word.toLowerCase()}-start`;
  return {
    id: `${container.id}start`, type: `custom-${type}`, parentId: container.id,
    data: { type, title: '', desc: '', [`isIn${word}`]: true },
    position: { x: margin, y: containerHead + margin }, width: 44, height: 48,
    draggable: false, selectable: false, sourcePosition: 'right', targetPosition: 'left', zIndex: 1002,
  };
}

/** Nodes in a container, and in those within it. */
export function within(graph: Graph, ids: Iterable<string>): Set<string> {
  const all = new Set(ids);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const node of graph.nodes) if (node.parentId && all.has(node.parentId)) all.add(node.id);
  }
  return all;
}

/** How small a container may be: its children and their margins. */
export function leastSize(graph: Graph, id: string): { width: number; height: number } {
  const least = { width: 280, height: 140 };
  for (const child of graph.nodes) {
    if (child.parentId !== id) continue;
    const { width, height } = sizeOf(child);
    least.width = Math.max(least.width, child.position.x + width + margin);
    least.height = Math.max(least.height, child.position.y + height + margin);
  }
  return least;
}

/** Gives a container a size, in both places where the DSL has it. */
export function withSize(node: GraphNode, { width, height }: { width: number; height: number }): GraphNode {
  return { ...node, width, height, data: { ...node.data, width, height } };
}

/** Containers that have become too small for their children grow, the inner ones first. */
export function grown(graph: Graph, touched: Iterable<string>): Graph {
  let next = graph;
  for (const id of touched) {
    for (let at = nodeOf(next, nodeOf(next, id)?.parentId); at; at = nodeOf(next, at.parentId)) {
      const [has, needs] = [sizeOf(at), leastSize(next, at.id)];
      if (has.width >= needs.width && has.height >= needs.height) continue;
      const bigger = withSize(at, { width: Math.max(has.width, needs.width), height: Math.max(has.height, needs.height) });
      next = { ...next, nodes: next.nodes.map((node) => (node.id === bigger.id ? bigger : node)) };
    }
  }
  return next;
}

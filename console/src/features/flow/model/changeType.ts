import { edgeOf, handleOf, nodeOf, type Link } from './connect';
import type { Graph, GraphNode, NodeData } from './graph';
import { hasInput, hasPin, isContainer, pinsOf } from './nodes';

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

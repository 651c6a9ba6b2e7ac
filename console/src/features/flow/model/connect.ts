import type { Graph, GraphEdge, GraphNode } from './graph';
import { containerWord, hasInput, hasPin } from './nodes';

export interface Link {
  source: string;
  sourceHandle: string;
  target: string;
}

/** Why two nodes cannot be connected, as a key of the words; undefined when they can. */
export type Obstacle = 'self' | 'cycle' | 'exists' | 'container' | 'no_input' | 'no_output';

export const nodeOf = (graph: Graph, id: string | undefined): GraphNode | undefined => graph.nodes.find((node) => node.id === id);

export function obstacleOf(graph: Graph, { source, sourceHandle, target }: Link): Obstacle | undefined {
  if (source === target) return 'self';
  const [from, to] = [nodeOf(graph, source), nodeOf(graph, target)];
  if (!from || !hasPin(from, sourceHandle)) return 'no_output';
  if (!to || !hasInput(to)) return 'no_input';
  if (from.parentId !== to.parentId) return 'container';
  if (graph.edges.some((edge) => edge.source === source && edge.target === target && handleOf(edge) === sourceHandle)) return 'exists';
  return reaches(graph, target, source) ? 'cycle' : undefined;
}

export const handleOf = (edge: GraphEdge): string => edge.sourceHandle || 'source';

/** Whether one can walk along edges from a node to another. */
export function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set([from]);
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    for (const edge of graph.edges) {
      if (edge.source !== at || seen.has(edge.target)) continue;
      seen.add(edge.target);
      waiting.push(edge.target);
    }
  }
  return false;
}

/** All nodes that come after a node, itself included. */
export function downstreamOf(graph: Graph, from: string): Set<string> {
  return new Set(graph.nodes.filter(({ id }) => reaches(graph, from, id)).map(({ id }) => id));
}

/** The edge between two nodes, with the fields that the DSL has. */
export function edgeOf(graph: Graph, { source, sourceHandle, target }: Link): GraphEdge {
  const [from, to] = [nodeOf(graph, source)!, nodeOf(graph, target)!];
  const parent = nodeOf(graph, from.parentId);
  return {
    id: `${source}-${sourceHandle}-${target}-target`,
    type: 'custom', source, sourceHandle, target, targetHandle: 'target',
    data: { sourceType: from.data.type, targetType: to.data.type, ...placeFields(parent) },
    zIndex: parent ? 1002 : 0,
  };
}

/** Data of a node or an edge as they are in that container, or on the canvas itself. */
export function inPlace<T extends object>(data: T, parent: GraphNode | undefined): T {
  const { iteration_id, loop_id, ...rest } = data as Record<string, unknown>;
  return { ...rest, ...placeFields(parent) } as unknown as T;
}

/** What the DSL says of a node or an edge about the container that it is in. */
export function placeFields(parent: GraphNode | undefined): Record<string, unknown> {
  const word = parent && containerWord(parent.data.type);
  return {
    isInIteration: word === 'Iteration', ...(word === 'Iteration' && { iteration_id: parent!.id }),
    isInLoop: word === 'Loop', ...(word === 'Loop' && { loop_id: parent!.id }),
  };
}

/** The graph with one more edge; refused connections change nothing. */
export function connect(graph: Graph, link: Link): Graph {
  return obstacleOf(graph, link) ? graph : { ...graph, edges: [...graph.edges, edgeOf(graph, link)] };
}

import type { Graph, GraphNode } from '../../model/graph';
import { text } from './reading';

/** A graph with its ways backwards, made once for many questions. */
export interface Ways {
  nodes: ReadonlyMap<string, GraphNode>;
  /** The nodes whose edges lead to a node. */
  before: ReadonlyMap<string, readonly string[]>;
  /** The nodes to which a node's edges lead. */
  after: ReadonlyMap<string, readonly string[]>;
}

/** Whether a node does something; notes do not. */
export const isWorking = (node: GraphNode): boolean => node.type !== 'custom-note' && Boolean(node.data.type);

export function waysOf(graph: Graph): Ways {
  const nodes = new Map(graph.nodes.filter(isWorking).map((node) => [node.id, node]));
  const [before, after] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const put = (map: Map<string, string[]>, from: string, to: string) => {
    const known = map.get(from);
    if (known) known.push(to);
    else map.set(from, [to]);
  };
  for (const { source, target } of graph.edges) {
    if (!nodes.has(source) || !nodes.has(target)) continue;
    put(before, target, source);
    put(after, source, target);
  }
  return { nodes, before, after };
}

/** The container in which a node stands. */
export function containerOf({ nodes }: Ways, node: GraphNode): GraphNode | undefined {
  const id = node.parentId ?? (text(node.data.iteration_id) || text(node.data.loop_id));
  return id ? nodes.get(id) : undefined;
}

/** What can be reached from a node by edges of one direction, the nearest first, without the node itself. */
export function reached(edges: Ways['before'], from: readonly string[]): string[] {
  const seen = new Set(from);
  const order = [...from];
  for (let at = 0; at < order.length; at++) {
    for (const next of edges.get(order[at]!) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      order.push(next);
    }
  }
  return order.slice(from.length);
}

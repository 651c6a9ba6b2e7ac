import type { GraphEdge, GraphNode, WorkflowConfig } from '../model/graph';
import { differences, same, type Difference } from '../model/merge';

/** What became of one setting of a node. */
export interface FieldChange {
  name: string;
  before: unknown;
  after: unknown;
}

/** What became of a node from one graph to another. */
export interface NodeChange {
  kind: 'added' | 'changed' | 'removed';
  /** As it is, or as it was last. */
  node: GraphNode;
  /** None for one that was added or removed. */
  fields: FieldChange[];
}

export interface Comparison {
  nodes: NodeChange[];
  added: GraphEdge[];
  removed: GraphEdge[];
  /** Variables and features. */
  others: Difference[];
}

/** What differs from one graph to another. Where a node lies on the canvas is no difference. */
export function compare(before: WorkflowConfig, after: WorkflowConfig): Comparison {
  const [was, is] = [before, after].map(({ graph }) => new Map(graph.nodes.map((node) => [node.id, node]))) as [NodeMap, NodeMap];
  const [wasEdge, isEdge] = [before, after].map(({ graph }) => new Set(graph.edges.map(wayOf))) as [Set<string>, Set<string>];
  const nodes: NodeChange[] = [];
  for (const node of is.values()) {
    const old = was.get(node.id);
    const fields = old ? fieldsOf(old, node) : [];
    if (!old || fields.length > 0) nodes.push({ kind: old ? 'changed' : 'added', node, fields });
  }
  for (const node of was.values()) if (!is.has(node.id)) nodes.push({ kind: 'removed', node, fields: [] });
  return {
    nodes,
    added: after.graph.edges.filter((edge) => !wasEdge.has(wayOf(edge))),
    removed: before.graph.edges.filter((edge) => !isEdge.has(wayOf(edge))),
    others: differences(before, after, before).filter(({ kind }) => kind !== 'node'),
  };
}

/** How many places differ. */
export const countOf = ({ nodes, added, removed, others }: Comparison): number => nodes.length + added.length + removed.length + others.length;

type NodeMap = Map<string, GraphNode>;

const wayOf = ({ source, sourceHandle, target }: GraphEdge): string => `${source} ${sourceHandle || 'source'} ${target}`;

// How large it is drawn, what was chosen, and what follows of the container that it is in.
const drawn = new Set(['selected', 'width', 'height', 'isInIteration', 'isInLoop', 'iteration_id', 'loop_id']);

function fieldsOf(before: GraphNode, after: GraphNode): FieldChange[] {
  const names = [...new Set([...Object.keys(before.data), ...Object.keys(after.data)])].filter((name) => !drawn.has(name));
  const fields = names.map((name) => ({ name, before: before.data[name], after: after.data[name] }));
  return [...fields, { name: 'parentId', before: before.parentId, after: after.parentId }].filter((one) => !same(one.before, one.after));
}

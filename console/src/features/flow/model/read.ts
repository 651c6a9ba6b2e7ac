import type { Graph, GraphNode, WorkflowConfig } from './graph';

/** A stored configuration with everything in its place; what an older file has not got is empty. */
export function readConfig(stored: unknown): WorkflowConfig {
  const config = (stored ?? {}) as Partial<WorkflowConfig>;
  const graph = (config.graph ?? {}) as Partial<Graph>;
  return {
    ...config,
    graph: {
      ...graph,
      nodes: (graph.nodes ?? []).map(withData),
      edges: (graph.edges ?? []).map((edge) => (edge.sourceHandle ? edge : { ...edge, sourceHandle: 'source' })),
    },
    features: config.features ?? {},
    environment_variables: config.environment_variables ?? [],
    conversation_variables: config.conversation_variables ?? [],
  };
}

function withData(node: GraphNode): GraphNode {
  const { data, position } = node as Partial<GraphNode>;
  return {
    ...node, position: position ?? { x: 0, y: 0 }, data: { ...data, type: data?.type ?? '', title: data?.title ?? '' },
  };
}

import { referencesOf } from '../forms/logic/references';
import type { NodeData, WorkflowConfig } from '../model/graph';

/** What a node reads of others: `[node, variable]`, each once, in the order in which it is written. */
export function neededVariables({ graph }: WorkflowConfig, id: string, data: NodeData): [string, string][] {
  const inside = new Set(graph.nodes.filter(({ parentId }) => parentId === id).map((node) => node.id));
  const sources = new Set([...graph.nodes.map((node) => node.id), 'sys', 'conversation']);
  const found = new Map<string, [string, string]>();
  for (const { selector: [source, name] } of referencesOf(data)) {
    // What its own children give it is made while it runs.
    if (source && name && sources.has(source) && source !== id && !inside.has(source)) found.set(`${source}.${name}`, [source, name]);
  }
  return [...found.values()];
}

import type { Graph, GraphNode, NodeData } from '../../model/graph';
import { innerOutputs, outputsOf } from './outputs';

/** The graph after a node was changed, with all that names one of its variables following where that got another name. */
export function followRename(before: Graph, after: Graph, nodeId: string): Graph {
  const [old, now] = [before, after].map(({ nodes }) => nodes.find(({ id }) => id === nodeId)?.data);
  const rename = old && now && renameOf(old, now);
  if (!rename) return after;
  return {
    ...after,
    nodes: after.nodes.map((node): GraphNode => {
      const data = follow(node.data, nodeId, rename) as NodeData;
      return data === node.data ? node : { ...node, data };
    }),
  };
}

interface Rename {
  from: string;
  to: string;
}

const namesOf = (data: NodeData): string[] => {
  const nothing = () => undefined;
  return [...new Set([...outputsOf(data, nothing), ...innerOutputs(data, nothing)].map(({ name }) => name))];
};

/** The one name that stands where another stood; undefined when more has changed. */
function renameOf(before: NodeData, after: NodeData): Rename | undefined {
  const [old, now] = [namesOf(before), namesOf(after)];
  const different = old.length === now.length ? old.flatMap((name, at) => (name === now[at] ? [] : [at])) : [];
  if (different.length !== 1) return undefined;
  const [from, to] = [old[different[0]!]!, now[different[0]!]!];
  return now.includes(from) || old.includes(to) ? undefined : { from, to };
}

/** The same value when nothing in it names the variable. */
function follow(value: unknown, nodeId: string, rename: Rename): unknown {
  if (typeof value === 'string') {
    const start = `{{#${nodeId}.${rename.from}`;
    return value.includes(start)
      ? value.replaceAll(`${start}#}}`, `{{#${nodeId}.${rename.to}#}}`).replaceAll(`${start}.`, `{{#${nodeId}.${rename.to}.`)
      : value;
  }
  if (Array.isArray(value)) {
    if (value[0] === nodeId && value[1] === rename.from) return [nodeId, rename.to, ...value.slice(2)];
    const next = value.map((one) => follow(one, nodeId, rename));
    return next.some((one, at) => one !== value[at]) ? next : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, follow(one, nodeId, rename)] as const);
  return entries.some(([name, one]) => one !== (value as Record<string, unknown>)[name]) ? Object.fromEntries(entries) : value;
}

import { stable } from '../../apps/draft/stable';
import type { DeclaredVariable, GraphEdge, GraphNode, WorkflowConfig } from './graph';

export type Side = 'mine' | 'theirs';

/** A part of the app that somebody changed: a node by its id, or a variable or a setting by its name. */
export interface Difference {
  /** Such as `node:17`, `edges`, `environment:key`, `features:opening_statement`. */
  key: string;
  kind: 'node' | 'edges' | 'environment' | 'conversation' | 'features' | 'other';
  name: string;
  byMe: boolean;
  byThem: boolean;
  mine: unknown;
  theirs: unknown;
}

/** What two people have made differently of one beginning. */
export function differences(base: WorkflowConfig, mine: WorkflowConfig, theirs: WorkflowConfig): Difference[] {
  const [b, m, t] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  return [...new Set([...b.keys(), ...m.keys(), ...t.keys()])].flatMap((key): Difference[] => {
    const [from, my, their] = [b.get(key), m.get(key), t.get(key)];
    if (same(my?.value, their?.value)) return [];
    const { kind, name } = (my ?? their ?? from)!;
    return [{
      key, kind, name, mine: my?.value, theirs: their?.value,
      byMe: !same(from?.value, my?.value), byThem: !same(from?.value, their?.value),
    }];
  });
}

/** What only one of us changed has an obvious side; what both changed stays mine until somebody decides. */
export const obviousSide = ({ byMe }: Difference): Side => (byMe ? 'mine' : 'theirs');

/** One app of both, by a side for each difference. Edges that lost an end go. */
export function merged(
  base: WorkflowConfig, mine: WorkflowConfig, theirs: WorkflowConfig, sideOf: (difference: Difference) => Side,
): WorkflowConfig {
  const isTheirs = new Set(differences(base, mine, theirs).filter((one) => sideOf(one) === 'theirs').map(({ key }) => key));
  const nodes = pick(mine.graph.nodes, theirs.graph.nodes, ({ id }) => isTheirs.has(`node:${id}`), ({ id }) => id);
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = edgesOf(base, mine, theirs).filter(({ source, target }) => ids.has(source) && ids.has(target));
  const variables = (field: 'environment_variables' | 'conversation_variables', kind: string) =>
    pick(mine[field], theirs[field], ({ name }) => isTheirs.has(`${kind}:${name}`), ({ name }) => name);
  const features = Object.fromEntries([...new Set([...Object.keys(mine.features), ...Object.keys(theirs.features)])]
    .map((name) => [name, (isTheirs.has(`features:${name}`) ? theirs : mine).features[name]])
    .filter(([, value]) => value !== undefined));
  return {
    ...mine,
    graph: { ...mine.graph, nodes, edges }, features,
    environment_variables: variables('environment_variables', 'environment'),
    conversation_variables: variables('conversation_variables', 'conversation'),
  };
}

// Edges are small and independent: one that either of us added is there, one that either of us took away is not.
function edgesOf(base: WorkflowConfig, mine: WorkflowConfig, theirs: WorkflowConfig): GraphEdge[] {
  const [before, my, their] = [base, mine, theirs].map(({ graph }) => new Set(graph.edges.map(({ id }) => id)));
  return [
    ...mine.graph.edges.filter(({ id }) => !before!.has(id) || their!.has(id)),
    ...theirs.graph.edges.filter(({ id }) => !before!.has(id) && !my!.has(id)),
  ];
}

function pick<T>(mine: readonly T[], theirs: readonly T[], isTheirs: (one: T) => boolean, idOf: (one: T) => string): T[] {
  const their = new Map(theirs.map((one) => [idOf(one), one]));
  const my = new Set(mine.map(idOf));
  return [
    ...mine.flatMap((one) => (isTheirs(one) ? their.get(idOf(one)) ?? [] : [one])),
    ...theirs.filter((one) => !my.has(idOf(one)) && isTheirs(one)),
  ];
}

interface Part {
  kind: Difference['kind'];
  name: string;
  value: unknown;
}

function partsOf({ graph, features, environment_variables, conversation_variables }: WorkflowConfig): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const node of graph.nodes) parts.set(`node:${node.id}`, { kind: 'node', name: node.data.title || node.id, value: meaningOf(node) });
  const of = (kind: 'environment' | 'conversation', all: readonly DeclaredVariable[]) =>
    all.forEach((one) => parts.set(`${kind}:${one.name}`, { kind, name: one.name, value: one }));
  of('environment', environment_variables);
  of('conversation', conversation_variables);
  for (const [name, value] of Object.entries(features)) parts.set(`features:${name}`, { kind: 'features', name, value });
  return parts;
}

// Which node was chosen when it was saved is no change.
const meaningOf = ({ selected, data: { selected: chosen, ...data }, ...node }: GraphNode): unknown => ({ ...node, data });

/** Whether two values say the same. */
export const same = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

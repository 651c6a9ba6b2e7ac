import type { GraphNode, VariableSelector, WorkflowConfig } from '../../model/graph';
import { isOpen } from './outputs';
import { containerOf, reached, waysOf, type Ways } from './reach';
import { referencesOf } from './references';
import { missingOf } from './missing';
import { follow, readableBy, type PlacedGroup } from './scope';
import { NODE_TYPES, typeName } from '../nodeTypes';

/** Something that would go wrong in a run. */
export interface FlowProblem {
  /** The node it is about; null for the graph as a whole. */
  nodeId: string | null;
  /** Its sentence, with the namespace: `flowNodes:problem.cycle`. */
  key: string;
  values: Record<string, string>;
  /** A graph with errors cannot be published; the others only say what will not happen. */
  isError: boolean;
}

const roots = new Set(['start', 'trigger-webhook', 'trigger-schedule', 'trigger-plugin', 'datasource']);
const isContainer = ({ data }: GraphNode) => data.type === 'iteration' || data.type === 'loop';

/** What is wrong with a graph, the whole first and then by node. */
export function problemsOf(config: WorkflowConfig, isChat: boolean): FlowProblem[] {
  const ways = waysOf(config.graph);
  const nodes = [...ways.nodes.values()];
  const found: FlowProblem[] = [];
  const put = (nodeId: string | null, key: string, isError: boolean, values: Record<string, string> = {}) =>
    found.push({ nodeId, key: `flowNodes:problem.${key}`, values, isError });

  checkEnds(nodes, isChat, (key) => put(null, key, true));
  const inCircle = circle(ways);
  if (inCircle) put(inCircle, 'cycle', true);

  const live = reachable(ways, nodes);
  const titles = new Map<string, number>();
  for (const { data } of nodes) if (data.title) titles.set(data.title, (titles.get(data.title) ?? 0) + 1);

  for (const node of nodes) {
    const { id, data } = node;
    if (!NODE_TYPES[typeName(data)]) put(id, 'unknown_type', false, { type: data.type });
    if (!live.has(id)) put(id, 'unconnected', false);
    if (data.title && titles.get(data.title)! > 1 && !NODE_TYPES[data.type]?.isFixed) put(id, 'same_title', false, { title: data.title });
    for (const key of missingOf(data, isChat)) put(id, key, live.has(id));
    if (isContainer(node) && !nodes.some((one) => containerOf(ways, one)?.id === id && !NODE_TYPES[one.data.type]?.isFixed)) put(id, 'empty_container', true);
    checkReferences(config, ways, node, isChat, (key, isError, values) => put(id, key, isError && live.has(id), values));
  }
  return found;
}

function checkEnds(nodes: readonly GraphNode[], isChat: boolean, put: (key: string) => void) {
  const has = (type: string) => nodes.some(({ data }) => data.type === type);
  if (!nodes.some(({ data }) => roots.has(data.type))) put('no_start');
  if (isChat && !has('answer')) put('no_answer');
  // What a trigger starts needs to tell nobody.
  if (!isChat && has('start') && !has('end')) put('no_end');
}

/** A node that waits for itself. */
function circle({ nodes, before, after }: Ways): string | undefined {
  const waiting = new Map([...nodes.keys()].map((id) => [id, before.get(id)?.length ?? 0]));
  const free = [...nodes.keys()].filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < free.length; at++) {
    for (const next of after.get(free[at]!) ?? []) {
      const left = waiting.get(next)! - 1;
      waiting.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return [...nodes.keys()].find((id) => waiting.get(id)! > 0 && reached(after, after.get(id) ?? []).concat(after.get(id) ?? []).includes(id));
}

/** The nodes that a run can get to. */
function reachable(ways: Ways, nodes: readonly GraphNode[]): Set<string> {
  const starts = nodes.filter(({ data }) => roots.has(data.type)).map(({ id }) => id);
  const live = new Set([...starts, ...reached(ways.after, starts)]);
  // From outside in: a container that is reached starts what is in it.
  for (let before = -1; before !== live.size;) {
    before = live.size;
    for (const node of nodes) {
      const container = containerOf(ways, node);
      if (!container || !live.has(container.id) || live.has(node.id)) continue;
      const isFirst = node.id === container.data.start_node_id || NODE_TYPES[node.data.type]?.isFixed;
      if (isFirst) for (const id of [node.id, ...reached(ways.after, [node.id])]) live.add(id);
    }
  }
  return live;
}

type Report = (key: string, isError: boolean, values: Record<string, string>) => void;

function checkReferences(config: WorkflowConfig, ways: Ways, node: GraphNode, isChat: boolean, put: Report) {
  let readable: PlacedGroup[] | undefined;
  const told = new Set<string>();
  for (const { selector, inText } of referencesOf(node.data)) {
    const reference = selector.join('.');
    if (told.has(reference)) continue;
    told.add(reference);
    readable ??= readableBy(config, ways, node.id, isChat);
    const key = faultOf(selector, readable, ways);
    // In a text a name that means nothing stays as it is written; anywhere else the node fails.
    if (key) put(key, !inText, { reference, title: ways.nodes.get(selector[0]!)?.data.title ?? selector[0]! });
  }
}

function faultOf(selector: VariableSelector, readable: readonly PlacedGroup[], ways: Ways): string | undefined {
  const [source, ...path] = selector;
  const groups = readable.filter((group) => group.source === source);
  if (groups.some(({ variables }) => follow(variables, path) !== undefined)) return undefined;
  if (source === 'sys' || path[0]?.startsWith('sys.')) return path[0] === 'timestamp' || path[0]?.startsWith('sys.') ? undefined : 'unknown_variable';
  if (source === 'env' || source === 'conversation') return 'unknown_variable';
  if (source === 'rag') return undefined;
  const target = ways.nodes.get(source!);
  if (!target) return 'unknown_node';
  // What an unknown type leaves, nobody knows; of a tool more may come than is declared.
  if (!NODE_TYPES[typeName(target.data)] || (groups.length > 0 && isOpen(target.data.type))) return undefined;
  return groups.length > 0 ? 'unknown_variable' : 'not_before';
}

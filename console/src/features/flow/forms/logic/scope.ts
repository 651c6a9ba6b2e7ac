import type { DeclaredVariable, GraphNode, VariableGroup, VariableOption, VariableSelector, VariableType, WorkflowConfig } from '../../model/graph';
import { innerOutputs, outputsOf, toOption, type Output, type TypeFinder } from './outputs';
import { isSelector } from './reading';
import { containerOf, reached, waysOf, type Ways } from './reach';

/** A group that says how its node stands to the one that reads. */
export interface PlacedGroup extends VariableGroup {
  /** `around`: a container of the reader, with what it hands in; `inside`: a node in the reader, whose outputs are there after a round. */
  place?: 'around' | 'inside';
}

const chatAlone = ['query', 'conversation_id', 'dialogue_count'];
const system: Output[] = [
  { name: 'query', type: 'string' }, { name: 'files', type: 'array[file]' }, { name: 'conversation_id', type: 'string' },
  { name: 'dialogue_count', type: 'number' }, { name: 'user_id', type: 'string' }, { name: 'app_id', type: 'string' },
  { name: 'workflow_id', type: 'string' }, { name: 'workflow_run_id', type: 'string' },
];

/** What a node may read, the nearest first: nodes before it, containers around it, then what every node may read. */
export function variablesFor(config: WorkflowConfig, nodeId: string, isChat: boolean): PlacedGroup[] {
  return readableBy(config, waysOf(config.graph), nodeId, isChat);
}

/** The same for many nodes of one graph. */
export function readableBy(config: WorkflowConfig, ways: Ways, nodeId: string, isChat: boolean): PlacedGroup[] {
  const find = finder(config, ways);
  const groups: PlacedGroup[] = [];
  const put = (node: GraphNode, outputs: Output[], place?: PlacedGroup['place']) => {
    if (outputs.length === 0) return;
    groups.push({
      source: node.id, nodeType: node.data.type, title: node.data.title || node.id,
      variables: outputs.map((output) => toOption([node.id], output)), ...(place && { place }),
    });
  };

  const seen = new Set<string>();
  for (let at = ways.nodes.get(nodeId); at && !seen.has(at.id); at = containerOf(ways, at)) {
    if (seen.size > 0) put(at, innerOutputs(at.data, find), 'around');
    seen.add(at.id);
    for (const id of reached(ways.before, [at.id])) {
      const node = ways.nodes.get(id)!;
      put(node, outputsOf(node.data, find));
    }
  }
  const own = ways.nodes.get(nodeId);
  if (own && (own.data.type === 'iteration' || own.data.type === 'loop')) {
    if (own.data.type === 'loop') put(own, innerOutputs(own.data, find), 'inside');
    for (const node of ways.nodes.values()) {
      if (containerOf(ways, node)?.id === nodeId) put(node, outputsOf(node.data, find), 'inside');
    }
  }
  return [...groups, ...commonGroups(config, isChat)];
}

function commonGroups(config: WorkflowConfig, isChat: boolean): PlacedGroup[] {
  const group = (source: string, outputs: Output[]): PlacedGroup => ({
    source, nodeType: null, title: source, variables: outputs.map((output) => toOption([source], output)),
  });
  return [
    ...(isChat ? [group('conversation', declaredOutputs(config.conversation_variables))] : []),
    group('env', declaredOutputs(config.environment_variables)),
    group('sys', system.filter(({ name }) => isChat || !chatAlone.includes(name))),
  ].filter(({ variables }) => variables.length > 0);
}

const declaredOutputs = (variables: readonly DeclaredVariable[] | undefined): Output[] =>
  (variables ?? []).map(({ name, value_type }) => ({ name, type: value_type === 'secret' ? 'string' : value_type }));

/** The type of a variable wherever it stands; undefined when the selector names nothing, `any` when nobody can know. */
export function typeOf(config: WorkflowConfig, selector: VariableSelector): VariableType | undefined {
  return finder(config, waysOf(config.graph))(selector);
}

function finder(config: WorkflowConfig, ways: Ways): TypeFinder {
  // A type may hang on another variable's, and in a broken graph on itself.
  let depth = 0;
  const find: TypeFinder = (selector) => {
    if (!isSelector(selector) || depth > 20) return undefined;
    depth++;
    try {
      const [source, ...path] = selector;
      return follow(optionsOf(source!, find), path[0]!.startsWith('sys.') ? [path[0]!.slice(4)] : path);
    } finally {
      depth--;
    }
  };
  const optionsOf = (source: string, types: TypeFinder): VariableOption[] => {
    const outputs = (): Output[] => {
      switch (source) {
        case 'sys': return [...system, { name: 'timestamp', type: 'number' }];
        case 'env': return declaredOutputs(config.environment_variables);
        case 'conversation': return declaredOutputs(config.conversation_variables);
        default: {
          const data = ways.nodes.get(source)?.data;
          // In the oldest graphs the start node had the system's variables.
          return data ? [...outputsOf(data, types), ...innerOutputs(data, types), ...(data.type === 'start' ? system : [])] : [];
        }
      }
    };
    return outputs().map((output) => toOption([source], output));
  };
  return find;
}

/** Walks from a variable into its fields. */
export function follow(options: readonly VariableOption[], path: readonly string[]): VariableType | undefined {
  const [name, ...rest] = path;
  const found = options.find(({ selector }) => selector.at(-1) === name);
  if (!found || rest.length === 0) return found?.type;
  if (found.children) return follow(found.children, rest);
  return found.type === 'object' || found.type === 'any' ? 'any' : undefined;
}

import type { NodeData, VariableOption, VariableSelector, VariableType } from '../../model/graph';
import { list, record, text } from './reading';

/** Finds the type of a variable elsewhere in the graph; undefined when it names nothing. */
export type TypeFinder = (selector: VariableSelector) => VariableType | undefined;

/** An output before it is known whose it is. */
export interface Output {
  name: string;
  type: VariableType;
  label?: string;
  children?: Output[];
}

const fileAttributes: Output[] = [
  { name: 'type', type: 'string' }, { name: 'size', type: 'number' }, { name: 'name', type: 'string' }, { name: 'mime_type', type: 'string' },
  { name: 'transfer_method', type: 'string' }, { name: 'url', type: 'string' }, { name: 'extension', type: 'string' },
  { name: 'related_id', type: 'string' },
];

const startTypes: Record<string, VariableType> = {
  number: 'number', checkbox: 'boolean', file: 'file', 'file-list': 'array[file]', json_object: 'object',
};

/** `array[number]` → `number`; what is no list gives `any`. */
export const itemType = (type: VariableType | undefined): VariableType => /^array\[(.+)\]$/.exec(type ?? '')?.[1] ?? 'any';

const arrayOf = (type: VariableType | undefined): VariableType =>
  `array[${!type ? 'any' : type === 'integer' || type === 'float' ? 'number' : type}]`;

/** The fields that a JSON schema names. */
export function schemaFields(schema: unknown): Output[] {
  return Object.entries(record(record(schema).properties)).map(([name, property]) => {
    const type = schemaType(record(property));
    const children = type === 'object' ? schemaFields(property) : [];
    return { name, type, ...(children.length > 0 && { children }) };
  });
}

function schemaType(property: Record<string, unknown>): VariableType {
  const type = Array.isArray(property.type) ? property.type.find((one) => one !== 'null') : property.type;
  if (type === 'integer') return 'number';
  if (type === 'array') return arrayOf(schemaType(record(property.items)));
  return text(type) || 'any';
}

const named = (items: unknown, key: string, type: (item: Record<string, unknown>) => VariableType): Output[] =>
  list(items).flatMap((item) => (text(item[key]) ? [{ name: text(item[key]), type: type(item) }] : []));

const toolOutputs: Output[] = [
  { name: 'text', type: 'string' }, { name: 'files', type: 'array[file]' }, { name: 'json', type: 'array[object]' },
];

/** What a finished node leaves, its failure's fields too when the graph goes on after one. */
export function outputsOf(data: NodeData, find: TypeFinder): Output[] {
  const strategy = data.error_strategy;
  const failure: Output[] = strategy === 'fail-branch' || strategy === 'default-value'
    ? [{ name: 'error_message', type: 'string' }, { name: 'error_type', type: 'string' }]
    : [];
  return [...ownOutputs(data, find), ...failure];
}

function ownOutputs(data: NodeData, find: TypeFinder): Output[] {
  switch (data.type) {
    case 'start': return list(data.variables).filter(({ variable }) => text(variable)).map(({ variable, type, label }) => ({
      name: text(variable), type: startTypes[text(type)] ?? 'string', label: text(label) || text(variable),
    }));
    case 'llm': return [
      { name: 'text', type: 'string' }, { name: 'reasoning_content', type: 'string' }, { name: 'usage', type: 'object' },
      ...(data.structured_output_enabled === true
        ? [{ name: 'structured_output', type: 'object', children: schemaFields(record(data.structured_output).schema) }]
        : []),
    ];
    case 'knowledge-retrieval': return [{ name: 'result', type: 'array[object]' }];
    case 'question-classifier': return [
      { name: 'class_name', type: 'string' }, { name: 'class_label', type: 'string' }, { name: 'class_id', type: 'string' },
      { name: 'usage', type: 'object' },
    ];
    case 'parameter-extractor': return [
      ...named(data.parameters, 'name', ({ type }) => (type === 'select' ? 'string' : type === 'bool' ? 'boolean' : text(type) || 'string')),
      { name: '__is_success', type: 'number' }, { name: '__reason', type: 'string' }, { name: '__usage', type: 'object' },
    ];
    case 'code': return Object.entries(record(data.outputs)).map(([name, output]) => ({ name, type: text(record(output).type) || 'string' }));
    case 'template-transform': return [{ name: 'output', type: 'string' }];
    case 'variable-aggregator': case 'variable-assigner': return aggregated(data, find);
    case 'iteration': {
      const type = data.flatten_output === false ? arrayOf(find(data.output_selector as string[])) : declared(data.output_type)
        ?? flat(find(data.output_selector as string[]));
      return [{ name: 'output', type }];
    }
    case 'loop': return [...named(data.loop_variables, 'label', ({ var_type }) => text(var_type) || 'string'), { name: 'loop_round', type: 'number' }];
    case 'http-request': return [
      { name: 'body', type: 'string' }, { name: 'status_code', type: 'number' }, { name: 'headers', type: 'object' }, { name: 'files', type: 'array[file]' },
    ];
    case 'tool': return [...toolOutputs, ...schemaFields(data.output_schema)];
    case 'agent': return [...toolOutputs, { name: 'usage', type: 'object' }, ...schemaFields(data.output_schema)];
    case 'document-extractor': return [{ name: 'text', type: data.is_array_file === true ? 'array[string]' : 'string' }];
    case 'list-operator': {
      const type = find(data.variable as string[]) ?? text(data.var_type);
      return [{ name: 'result', type: type || 'array[any]' }, { name: 'first_record', type: itemType(type) }, { name: 'last_record', type: itemType(type) }];
    }
    case 'human-input': return [
      ...named(data.inputs, 'output_variable_name', ({ type }) => (startTypes[text(type)] ?? 'string')),
      { name: '__action_id', type: 'string' }, { name: '__action_value', type: 'string' }, { name: '__rendered_content', type: 'string' },
    ];
    case 'trigger-webhook': return [
      ...[data.params, data.headers, data.body].flatMap((part) => named(part, 'name', ({ type }) => text(type) || 'string')),
      { name: '_webhook_raw', type: 'object' },
    ];
    default: return [];
  }
}

const declared = (type: unknown): VariableType | undefined => (text(type) && type !== 'array[any]' ? text(type) : undefined);
// Lists of lists become one list.
const flat = (type: VariableType | undefined): VariableType => (type?.startsWith('array[') ? type : arrayOf(type));

function aggregated(data: NodeData, find: TypeFinder): Output[] {
  const settings = record(data.advanced_settings);
  const typeOf = (part: Record<string, unknown>) => {
    const first = Array.isArray(part.variables) ? part.variables[0] as string[] | undefined : undefined;
    return (part.output_type !== 'any' && text(part.output_type)) || (first && find(first)) || 'any';
  };
  return settings.group_enabled === true
    ? list(settings.groups).filter(({ group_name }) => text(group_name)).map((group) => ({
      name: text(group.group_name), type: 'object', children: [{ name: 'output', type: typeOf(group) }],
    }))
    : [{ name: 'output', type: typeOf(data) }];
}

/** What the nodes inside of a container can read of it. */
export function innerOutputs(data: NodeData, find: TypeFinder): Output[] {
  if (data.type === 'iteration') {
    return [{ name: 'item', type: itemType(find(data.iterator_selector as string[])) }, { name: 'index', type: 'number' }];
  }
  return data.type === 'loop' ? ownOutputs(data, find).filter(({ name }) => name !== 'loop_round') : [];
}

/** Whether such a node may leave more than is known here. */
export const isOpen = (type: string): boolean => !closed.has(type);
const closed = new Set([
  'start', 'end', 'answer', 'llm', 'knowledge-retrieval', 'question-classifier', 'parameter-extractor', 'if-else', 'code', 'template-transform',
  'variable-aggregator', 'variable-assigner', 'assigner', 'iteration', 'iteration-start', 'loop', 'loop-start', 'loop-end', 'http-request',
  'document-extractor', 'list-operator', 'human-input', 'trigger-webhook', 'trigger-schedule',
]);

/** An output as an option of that node, with what is in it. */
export function toOption(source: readonly string[], { name, type, label, children }: Output): VariableOption {
  const selector = [...source, name];
  const inner = children ?? (type === 'file' ? fileAttributes : []);
  return {
    selector, type, label: label ?? name, ...(inner.length > 0 && { children: inner.map((child) => toOption(selector, child)) }),
  };
}

import type { VariableType } from '../../model/graph';

const bare = new Set(['empty', 'not empty', 'null', 'not null', 'exists', 'not exists']);

/** Whether the operator compares with something. */
export const needsValue = (operator: string): boolean => !bare.has(operator);

const ofText = ['contains', 'not contains', 'start with', 'end with', 'is', 'is not', 'empty', 'not empty'] as const;
const ofNumber = ['=', '≠', '>', '<', '≥', '≤', 'empty', 'not empty'] as const;

/** The comparisons that the engine can make with a value of that type. */
export function operatorsOf(type: VariableType | undefined): readonly string[] {
  switch (type) {
    case 'string': case 'secret': return ofText;
    case 'number': case 'integer': case 'float': return ofNumber;
    case 'boolean': return ['is', 'is not'];
    case 'file': return ['exists', 'not exists'];
    case 'object': return ['empty', 'not empty'];
    case 'array[string]': case 'array[number]': case 'array[boolean]': return ['contains', 'not contains', 'empty', 'not empty'];
    case 'array[file]': return ['contains', 'not contains', 'all of', 'empty', 'not empty'];
    case 'array[object]': case 'array[any]': return ['empty', 'not empty'];
    default: return ['is', 'is not', 'contains', 'not contains', 'empty', 'not empty', 'null', 'not null'];
  }
}

/** What of a file can be compared. */
export const fileAttributes = ['type', 'size', 'name', 'mime_type', 'transfer_method', 'url', 'extension', 'related_id'] as const;
export type FileAttribute = (typeof fileAttributes)[number];

/** The attributes that have a fixed set of values. */
export const attributeValues: Partial<Record<string, readonly string[]>> = {
  type: ['image', 'document', 'audio', 'video', 'custom'],
  transfer_method: ['local_file', 'remote_url', 'tool_file'],
};

/** The comparisons of an attribute of a file. */
export function attributeOperators(attribute: string): readonly string[] {
  if (attribute in attributeValues) return ['in', 'not in'];
  return attribute === 'size' ? ['=', '≠', '>', '<', '≥', '≤'] : ofText;
}

/** The comparisons by which a list of items of that type is filtered. */
export const filterOperators = (item: VariableType | undefined, attribute: string): readonly string[] =>
  (item === 'file' ? attributeOperators(attribute) : operatorsOf(item));

/** What an assigner can do to a variable of that type. */
export function operationsOf(type: VariableType | undefined): readonly string[] {
  switch (type) {
    case 'number': case 'integer': case 'float': return ['over-write', 'set', 'clear', '+=', '-=', '*=', '/='];
    case 'string': case 'boolean': case 'object': case 'secret': return ['over-write', 'set', 'clear'];
    default: return type?.startsWith('array')
      ? ['over-write', 'append', 'extend', 'remove-first', 'remove-last', 'clear']
      : ['over-write', 'set', 'clear'];
  }
}

/** Whether the operation takes a value. */
export const takesValue = (operation: string): boolean => !['clear', 'remove-first', 'remove-last'].includes(operation);

/** The type of what the operation takes, for a variable of that type. */
export const operandType = (operation: string, type: VariableType | undefined): VariableType =>
  (operation === 'append' ? /^array\[(.+)\]$/.exec(type ?? '')?.[1] ?? 'any' : type ?? 'any');

const numbers = new Set(['number', 'integer', 'float']);

/** Whether a variable of one type can stand where one of the wanted is asked for. */
export function fits(type: VariableType, wanted: readonly VariableType[] | undefined): boolean {
  return !wanted || wanted.some((one) => one === 'any' || type === 'any' || one === type || (numbers.has(one) && numbers.has(type))
    || (one === 'string' && type === 'secret')
    || (one.startsWith('array') && type.startsWith('array') && (one === 'array[any]' || type === 'array[any]')));
}

/** The comparisons of a metadata field of documents. */
export function metadataOperators(type: string | undefined): readonly string[] {
  switch (type) {
    case 'number': return ofNumber;
    case 'time': return ['is', 'before', 'after', 'empty', 'not empty'];
    default: return [...ofText, 'in', 'not in'];
  }
}

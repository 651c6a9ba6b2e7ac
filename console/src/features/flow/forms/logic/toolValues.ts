import type { Parameter } from '../../../../ui/tools/tools';
import { record, text } from './reading';

/** What a parameter of a tool is given. */
export interface ToolValue {
  type: 'mixed' | 'variable' | 'constant';
  value: unknown;
}

/** A parameter that stands as text with references; others are a fixed value or a variable. */
export const isTextual = ({ type, enum: values }: Parameter): boolean => (type === undefined || type === 'string') && !values;

/** What is given, in whichever of the DSL's forms; older files have the bare value. */
export function toolValue(given: unknown, parameter: Parameter): ToolValue {
  const { type, value } = record(given);
  if (type === 'mixed' || type === 'variable' || type === 'constant') return { type, value };
  return { type: isTextual(parameter) ? 'mixed' : 'constant', value: given };
}

/** The type of the variables that fit. */
export function wantedTypes({ type }: Parameter): string[] | undefined {
  switch (type) {
    case 'integer': case 'number': return ['number'];
    case 'boolean': return ['boolean'];
    case 'array': return ['array[any]'];
    case 'object': return ['object'];
    default: return undefined;
  }
}

/** The node's fields after a parameter was given something; what is empty is left to the tool. */
export function withToolValue(data: Record<string, unknown>, name: string, next: ToolValue): Record<string, unknown> {
  const { [name]: _before, ...others } = record(data.tool_parameters);
  const { [name]: _configured, ...configurations } = record(data.tool_configurations);
  const isEmpty = next.type !== 'variable' && (next.value === undefined || next.value === null || text(next.value) === '' && typeof next.value === 'string');
  return { tool_parameters: isEmpty ? others : { ...others, [name]: next }, tool_configurations: configurations };
}

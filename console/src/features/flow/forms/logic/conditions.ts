import type { VariableSelector, VariableType } from '../../model/graph';
import { needsValue, operatorsOf } from './operators';
import { record, text } from './reading';

/** A condition about another variable: what no longer fits begins anew. */
export function aboutVariable(condition: Record<string, unknown>, variable_selector: VariableSelector, type: VariableType | undefined): Record<string, unknown> {
  const operators = operatorsOf(type);
  const before = text(condition.comparison_operator);
  const next = { ...condition, variable_selector, varType: type ?? '' };
  return operators.includes(before) && condition.varType === type ? next : withOperator({ ...next, value: firstValue(type) }, operators[0]!, type);
}

/** A condition with another operator; a list of files is compared by the attributes of its files. */
export function withOperator(condition: Record<string, unknown>, comparison_operator: string, type: VariableType | undefined): Record<string, unknown> {
  const { sub_variable_condition: inner, ...plain } = condition;
  if (comparesFiles(comparison_operator, type)) {
    return { ...plain, comparison_operator, value: '', sub_variable_condition: inner ?? { case_id: crypto.randomUUID(), logical_operator: 'and', conditions: [] } };
  }
  return { ...plain, comparison_operator, value: needsValue(comparison_operator) ? plain.value ?? firstValue(type) : '' };
}

/** Whether the condition is about attributes of the files in a list. */
export const comparesFiles = (operator: string, type: VariableType | undefined): boolean =>
  type === 'array[file]' && ['contains', 'not contains', 'all of'].includes(operator);

const firstValue = (type: VariableType | undefined): unknown => (type === 'boolean' ? true : '');

/** The type that a condition was made for, which is what is left when its variable is gone. */
export const typeOfCondition = (condition: Record<string, unknown>, found: VariableType | undefined): VariableType | undefined =>
  found ?? (text(record(condition).varType) || undefined);

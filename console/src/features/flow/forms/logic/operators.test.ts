import { aboutVariable, withOperator } from './conditions';
import { attributeOperators, fits, operationsOf, operatorsOf } from './operators';

it('offers the comparisons that a type has', () => {
  expect(operatorsOf('number')).toContain('≥');
  expect(operatorsOf('string')).not.toContain('≥');
  expect(operatorsOf('boolean')).toEqual(['is', 'is not']);
  expect(operatorsOf('array[file]')).toContain('all of');
  expect(attributeOperators('type')).toEqual(['in', 'not in']);
});

it('offers the writes that a type takes', () => {
  expect(operationsOf('number')).toContain('+=');
  expect(operationsOf('array[string]')).toEqual(['over-write', 'append', 'extend', 'remove-first', 'remove-last', 'clear']);
  expect(operationsOf('object')).toEqual(['over-write', 'set', 'clear']);
});

it('lets variables stand where their type is asked for', () => {
  expect(fits('integer', ['number'])).toBe(true);
  expect(fits('array[file]', ['array[any]'])).toBe(true);
  expect(fits('array[string]', ['array[number]'])).toBe(false);
  expect(fits('string', undefined)).toBe(true);
});

it('begins a condition anew when the variable’s type changes', () => {
  const before = { variable_selector: ['a', 'text'], varType: 'string', comparison_operator: 'contains', value: 'x' };
  expect(aboutVariable(before, ['b', 'text'], 'string')).toMatchObject({ comparison_operator: 'contains', value: 'x' });
  expect(aboutVariable(before, ['b', 'n'], 'number')).toMatchObject({ comparison_operator: '=', value: '', varType: 'number' });
});

it('compares a list of files by their attributes, and takes the attributes away with the comparison', () => {
  const files = withOperator({ variable_selector: ['sys', 'files'], value: '' }, 'contains', 'array[file]');
  expect(files.sub_variable_condition).toMatchObject({ logical_operator: 'and', conditions: [] });
  expect(withOperator(files, 'empty', 'array[file]')).not.toHaveProperty('sub_variable_condition');
});

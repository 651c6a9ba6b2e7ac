import { readValue, shownValue } from './declaredValue';

it('reads a value by its type and refuses one of another', () => {
  expect(readValue('number', '1.5')).toEqual({ value: 1.5, isBad: false });
  expect(readValue('number', 'x').isBad).toBe(true);
  expect(readValue('array[string]', '["a"]')).toEqual({ value: ['a'], isBad: false });
  expect(readValue('array[string]', '[1]').isBad).toBe(true);
  expect(readValue('object', '[1]').isBad).toBe(true);
  expect(readValue('object', '')).toEqual({ value: {}, isBad: false });
  expect(readValue('boolean', 'true').value).toBe(true);
  expect(shownValue('object', { a: 1 })).toBe('{\n  "a": 1\n}');
});

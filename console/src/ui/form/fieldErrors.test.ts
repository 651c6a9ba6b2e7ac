import { Problem } from '../../api/problem';
import { fieldErrors, fieldPath } from './fieldErrors';

it('reads the path of a field', () => {
  expect(fieldPath('models[0].name')).toEqual(['models', 0, 'name']);
});

it('puts the server\'s words beside each field at fault', () => {
  const problem = new Problem(400, { code: 'x.invalid', errors: { name: ['Too long.'], 'chunking.overlap': ['Too large.'] } });

  expect(fieldErrors(problem)).toEqual([
    { name: ['name'], errors: ['Too long.'] },
    { name: ['chunking', 'overlap'], errors: ['Too large.'] },
  ]);
});

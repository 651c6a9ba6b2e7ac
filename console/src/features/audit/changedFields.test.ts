import { changedFields } from './changedFields';

it('names only what differs, by its path', () => {
  expect(changedFields(
    { name: 'a', same: 1, model: { llm: 'x', temperature: 0.2 } },
    { name: 'b', same: 1, model: { llm: 'y', temperature: 0.2 }, added: [1] },
  )).toEqual([
    { path: 'name', before: 'a', after: 'b' },
    { path: 'model.llm', before: 'x', after: 'y' },
    { path: 'added', before: undefined, after: [1] },
  ]);
});

it('lists every field of what was made or deleted', () => {
  expect(changedFields(null, { name: 'a' })).toEqual([{ path: 'name', before: undefined, after: 'a' }]);
  expect(changedFields({ name: 'a' }, null)).toEqual([{ path: 'name', before: 'a', after: undefined }]);
});

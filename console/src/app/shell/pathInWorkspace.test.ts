import { pathInWorkspace } from './pathInWorkspace';

it.each([
  ['/w/1/knowledge', '/w/2/knowledge'],
  ['/w/1/knowledge/7/documents/8', '/w/2/knowledge'],
  ['/w/1/ops/jobs', '/w/2/ops/jobs'],
  ['/w/1', '/w/2'],
  ['/w/1/something-else', '/w/2'],
])('keeps the kind of page: %s becomes %s', (before, after) => {
  expect(pathInWorkspace('2', before)).toBe(after);
});

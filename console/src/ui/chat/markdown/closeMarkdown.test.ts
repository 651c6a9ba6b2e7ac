import { closeMarkdown } from './closeMarkdown';

it.each([
  ['At most **15', 'At most **15**'],
  ['At most **', 'At most '],
  ['call `f(', 'call `f(`'],
  ['done **a** and `b`', 'done **a** and `b`'],
  ['as said.[1', 'as said.'],
  ['see [the code](https://exa', 'see the code'],
  ['```python\nx = **2', '```python\nx = **2'],
  ['**old** text\n\nnew **b', '**old** text\n\nnew **b**'],
])('completes %j', (text, expected) => {
  expect(closeMarkdown(text)).toBe(expected);
});

it('shows a table once its head is one', () => {
  expect(closeMarkdown('Plan:\n\n| a | b |').trim()).toBe('Plan:');
  expect(closeMarkdown('Plan:\n\n| a | b |\n|---|--').trim()).toBe('Plan:');
  expect(closeMarkdown('Plan:\n\n| a | b |\n|---|---|\n| 1')).toContain('|---|---|\n| 1');
});

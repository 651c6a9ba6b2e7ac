import { markdownOf, richTextOf } from './lexical';

it('reads the rich text of notes as Markdown', () => {
  const rich = JSON.stringify({ root: { children: [
    { type: 'paragraph', children: [{ type: 'text', text: 'Hello ', format: 0 }, { type: 'text', text: 'world', format: 1 }, { type: 'linebreak' }, { type: 'link', url: 'https://a.example', children: [{ type: 'text', text: 'here' }] }] },
    { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'text', text: 'one' }] }, { type: 'listitem', children: [{ type: 'text', text: 'two', format: 4 }] }] },
  ] } });
  expect(markdownOf(rich)).toBe('Hello **world**\n[here](https://a.example)\n\n- one\n- ~~two~~');
});

it('writes Markdown as rich text that reads the same again', () => {
  const text = '# Title\n\nSome **bold**, *slanted*, ~~gone~~ and `code`\nnext line\n\n- one\n- two\n\n1. first\n2. second\n\n> said\n\nA [link](https://a.example).';
  expect(markdownOf(richTextOf(text))).toBe(text);
});

it('has words for nothing, and takes plain text as it is', () => {
  expect(markdownOf('')).toBe('');
  expect(markdownOf(undefined)).toBe('');
  expect(markdownOf('plain **text**')).toBe('plain **text**');
  expect(markdownOf('{broken')).toBe('{broken');
  expect(JSON.parse(richTextOf('')).root.children).toHaveLength(1);
});

import { render, screen } from '@testing-library/react';
import { prepareWords } from '../../../testing/render';
import { SourcesContext } from '../SourcesContext';
import { Markdown } from './Markdown';

const show = (text: string, live = false) => render(<Markdown text={text} live={live} />).container;

beforeEach(() => prepareWords(['chat']));

it('shows HTML as the text that it is', () => {
  const page = show('<img src=x onerror=alert(1)> and <b style="color:red">bold</b>\n\n<script>alert(1)</script>');

  expect(page.querySelector('img, b, script, [style]')).toBeNull();
  expect(page).toHaveTextContent('<script>alert(1)</script>');
});

it('opens links elsewhere without telling who sent them, and shows the host', () => {
  show('[the code](https://example.org/a) [bad](javascript:alert(1)) [data](data:text/html,x)');

  const link = screen.getByRole('link');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(link).toHaveTextContent('the code (example.org)');
});

it('loads no images from elsewhere', () => {
  const page = show('![plan](https://evil.example/p.png) ![own](/files/a.png) ![data](data:image/svg+xml;base64,AA)');

  expect([...page.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual(['/files/a.png']);
  expect(screen.getByRole('link', { name: /plan/ })).toHaveTextContent('plan (evil.example)');
});

it('draws tables, lists and code', () => {
  const page = show('| a | b |\n|---|--:|\n| 1 | 2 |\n\n- one\n  1. two\n\n```python\nprint(1)\n```');

  expect(screen.getByRole('cell', { name: '2' })).toHaveAttribute('data-align', 'right');
  expect(page.querySelector('ul ol li')).toHaveTextContent('two');
  expect(page.querySelector('.md-code-head')).toHaveTextContent('python');
  expect(page.querySelector('pre')).toHaveTextContent('print(1)');
});

it('sees Chinese emphasis that ends in punctuation, and leaves code alone', () => {
  const page = show('结论：**宽度为：**三米，写作 `**：**`。');

  expect(page.querySelector('strong')?.textContent?.replace('\u2060', '')).toBe('宽度为：');
  expect(page.querySelector('code')).toHaveTextContent('**：**');
});

it('makes marks of sources only where there is such a source', () => {
  const citation = {
    position: 1, dataset_id: 'k', dataset_name: '', document_id: 'd', document_name: 'a.pdf', segment_id: 's',
    segment_position: 1, score: 1, content: '', page: null,
  };
  const { container } = render(
    <SourcesContext value={{ citations: [citation], current: undefined, open: () => undefined }}>
      <Markdown text={'15 m [1], but [7] and `a[1]` and [1](https://example.org).'} />
    </SourcesContext>,
  );

  expect(screen.getAllByRole('button', { name: 'Source 1: a.pdf' })).toHaveLength(1);
  expect(container).toHaveTextContent('[7]');
  // Glued: no line may begin with the mark.
  expect(container.textContent).toContain('15 m\u20601,');
});

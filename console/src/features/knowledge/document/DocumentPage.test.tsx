import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chunkOf, chunks, path, showDocument } from './testing';

const marked = () => document.querySelector('mark')?.textContent;
const row = (id: string) => document.querySelector<HTMLElement>(`[data-chunk-row="${id}"]`)!;

it('marks the chosen chunk in the text', async () => {
  await showDocument();
  expect(await screen.findByText('One stands here.', { selector: 'mark' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Show chunk 2 in the text' }));

  expect(await screen.findByText('Two follows.', { selector: 'mark' })).toBeVisible();
  expect(marked()).toBe('Two follows.');
});

it('outlines the chunk under the pointer without leaving the chosen one', async () => {
  await showDocument();
  await screen.findByText('One stands here.', { selector: 'mark' });

  await userEvent.hover(screen.getByText('Three ends it.', { selector: '.md-chunk-text' }));

  expect(document.querySelector('.md-passage-text [data-hovered]')).toHaveTextContent('Three ends it.');
  expect(marked()).toBe('One stands here.');
});

it('shows which chunk a place in the text belongs to, and goes there', async () => {
  await showDocument();
  const place = await screen.findByText('Two follows.', { selector: '.md-passage-text span' });

  await userEvent.hover(place);
  expect(row('c2')).toHaveAttribute('data-hovered');
  await userEvent.click(place);

  expect(await screen.findByRole('button', { name: 'Show chunk 2 in the text' })).toHaveAttribute('aria-pressed', 'true');
});

it('opens at the chunk in the address', async () => {
  await showDocument({ query: '?chunk=c3' });

  expect(await screen.findByText('Three ends it.', { selector: 'mark' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Show chunk 3 in the text' })).toHaveAttribute('aria-pressed', 'true');
});

it('says what a chunk is', async () => {
  await showDocument({
    rows: [chunkOf(1, 'How far apart?', {
      answer: '15 metres.', summary: 'About distances.', keywords: ['distance'], heading: '6 Detectors', place: 'Sheet 2', page: 24,
      hit_count: 42, edited: true, enabled: false, embedding: 'pending',
    })],
  });
  await screen.findByText('How far apart?', { selector: '.md-chunk-text' });

  for (const words of ['#1', '14 characters', '42 hits', '✎ edited', 'Disabled', 'Embedding', 'page 24 · Sheet 2 · 6 Detectors', 'Keywords: distance']) {
    expect(within(row('c1')).getByText(words)).toBeVisible();
  }
  expect(row('c1')).toHaveTextContent('15 metres.');
  expect(row('c1')).toHaveTextContent('About distances.');
});

it('draws only what is in sight of thousands of chunks', async () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(120);
  const rows = Array.from({ length: 3000 }, (_, at) => chunkOf(at + 1, `Chunk number ${at + 1}.`));
  const { server } = await showDocument({ rows, query: '?chunk=c2000' });

  expect(await screen.findByText('Chunk number 2000.', { selector: '.md-chunk-text' })).toBeVisible();
  expect(document.querySelectorAll('[data-chunk-row]').length).toBeLessThan(40);
  expect(server.calls.filter(({ url }) => url.includes('/chunks?'))).toHaveLength(1);
});

it('searches in the chunks and marks the words', async () => {
  await showDocument();
  await userEvent.type(await screen.findByRole('textbox', { name: 'Search in chunks' }), 'ends');

  expect(await screen.findByText('ends', { selector: '.md-chunk-text mark' })).toBeVisible();
  await waitFor(() => expect(document.querySelectorAll('[data-chunk-row]')).toHaveLength(1));
});

it('shows chunks that are switched off alone, and the way back when there are none', async () => {
  await showDocument();
  await screen.findByText('Two follows.', { selector: '.md-chunk-text' });

  await userEvent.click(screen.getByText('Off'));
  await userEvent.click(await screen.findByRole('button', { name: 'Clear filters' }));

  expect(await screen.findByText('Two follows.', { selector: '.md-chunk-text' })).toBeVisible();
});

it('walks through the chunks by key', async () => {
  await showDocument();
  await screen.findByText('One stands here.', { selector: 'mark' });

  await userEvent.keyboard('jj');

  expect(await screen.findByText('Three ends it.', { selector: 'mark' })).toBeVisible();
});

it('leaves the chunks alone for who may only read', async () => {
  await showDocument({ permissions: ['knowledge.read'] });
  await screen.findByText('Two follows.', { selector: '.md-chunk-text' });

  await userEvent.keyboard('e');

  expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Edit chunk 2' })).toBeNull();
  expect(screen.queryByRole('switch')).toBeNull();
});

it('asks until the vectors of a chunk are there', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  await showDocument({
    rows: [chunkOf(1, 'New.', { embedding: 'pending' })],
    answers: { [`GET ${path}/chunks/c1`]: chunkOf(1, 'New.') },
  });
  expect(await screen.findByText('Embedding')).toBeVisible();

  await vi.advanceTimersByTimeAsync(5000);

  await waitFor(() => expect(screen.queryByText('Embedding')).toBeNull());
});

it('is written in Chinese as well', async () => {
  await showDocument({ language: 'zh-CN', rows: chunks });

  expect(await screen.findByRole('button', { name: '编辑分段 2' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: '在分段中查找' })).toBeVisible();
});

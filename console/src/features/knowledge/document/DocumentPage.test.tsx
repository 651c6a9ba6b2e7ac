import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { documentOf, documentsPath, fireCode, pageOf } from '../testing';
import type { Chunk } from '../types';
import { DocumentPage } from './DocumentPage';

const sentences = ['One stands here.', 'Two follows.', 'Three ends it.'];
const chunks: Chunk[] = sentences.map((content, at) => ({
  id: `c${at + 1}`, position: at + 1, content, keywords: [], word_count: content.length, page: at + 1, enabled: true, hit_count: at,
}));
const text = sentences.join(' ');
const path = `${documentsPath}/a.txt`;

const show = (answers: Record<string, Answer> = {}, query = '') => renderPage(<DocumentPage />, {
  route: 'knowledge/:id/documents/:doc', path: `knowledge/kb1/documents/a.txt${query}`, words: ['knowledge', 'documents'],
  permissions: ['knowledge.read', 'knowledge.update'],
  answers: {
    'GET /api/v1/knowledge-bases/kb1': fireCode,
    [`GET ${path}`]: documentOf('a.txt', { chunk_count: 3 }),
    [`GET ${path}/chunks`]: (request) => {
      const after = Number(new URL(request.url).searchParams.get('cursor') ?? 0);
      return Response.json(pageOf(...chunks.filter(({ position }) => position > after)));
    },
    ...Object.fromEntries(chunks.map((chunk) => [`GET ${path}/chunks/${chunk.id}`, chunk])),
    [`GET ${path}/text`]: (request) => {
      const { content } = chunks.find(({ id }) => id === new URL(request.url).searchParams.get('around'))!;
      return Response.json({
        text, offset: 0, total: text.length, highlight: { start: text.indexOf(content), length: content.length },
      });
    },
    ...answers,
  },
});

const marked = () => document.querySelector('mark')?.textContent;

it('marks the chosen chunk in the text', async () => {
  await show();
  expect(await screen.findByText('One stands here.', { selector: 'mark' })).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Show chunk 2 in the text' }));

  expect(await screen.findByText('Two follows.', { selector: 'mark' })).toBeVisible();
  expect(marked()).toBe('Two follows.');
});

it('outlines the chunk under the pointer without leaving the chosen one', async () => {
  await show();
  await screen.findByText('One stands here.', { selector: 'mark' });

  await userEvent.hover(screen.getByText('Three ends it.', { selector: '.md-chunk-text' }));

  expect(document.querySelector('[data-hovered]')).toHaveTextContent('Three ends it.');
  expect(marked()).toBe('One stands here.');
});

it('opens at the chunk in the address', async () => {
  await show({}, '?chunk=c3');

  expect(await screen.findByText('Three ends it.', { selector: 'mark' })).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Show chunk 3 in the text' })).toHaveAttribute('aria-pressed', 'true');
});

it('says how far a document is that is still in work', async () => {
  await show({ [`GET ${path}`]: documentOf('a.txt', { status: 'indexing', progress: 0.6, fact: '2/3 chunks', chunk_count: 3 }) });

  expect(await screen.findByText('Index 2 / 3 chunks')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Show chunk 1 in the text' })).toBeVisible();
});

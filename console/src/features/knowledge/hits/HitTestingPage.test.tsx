import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render';
import { fireCode } from '../testing';
import type { RetrievalRecord } from '../types';
import { HitTestingPage } from './HitTestingPage';

const record: RetrievalRecord = {
  content: 'Smoke detectors stand 15 m apart.', score: 0.92, document: { id: 'd1', name: 'gb50116.pdf' },
  chunk: { id: 'c9', position: 118, page: 24 }, highlights: [{ start: 0, length: 15 }],
};

async function show(records: RetrievalRecord[], retrieval = fireCode.retrieval) {
  const asked: unknown[] = [];
  await renderPage(<HitTestingPage />, {
    route: 'knowledge/:id/hit-testing', path: 'knowledge/kb1/hit-testing', words: ['knowledge'],
    permissions: ['knowledge.read', 'knowledge.retrieve'],
    answers: {
      'GET /api/v1/knowledge-bases/kb1': { ...fireCode, retrieval },
      'POST /api/v1/knowledge-bases/kb1/retrieve': async (request) => {
        asked.push(await request.json());
        return Response.json({ records });
      },
    },
  });
  await waitFor(() => expect(screen.getByLabelText('Question')).toBeEnabled());
  return asked;
}

it('shows what came back with its score, its marked words and the way to its place', async () => {
  const asked = await show([record]);

  await userEvent.type(screen.getByLabelText('Question'), 'How far apart?');
  await userEvent.click(screen.getByRole('button', { name: 'Search' }));

  expect(await screen.findByText('0.920')).toBeVisible();
  expect(screen.getByText('Smoke detectors').tagName).toBe('MARK');
  expect(screen.getByRole('link', { name: 'Open in document' })).toHaveAttribute('href', expect.stringMatching(/documents\/d1\?chunk=c9$/));
  expect(asked).toEqual([{ query: 'How far apart?', search_method: 'hybrid_search', top_k: 4, score_threshold: 0, rerank: false }]);
});

it('searches by ⌘ Enter from the question', async () => {
  const asked = await show([record]);

  await userEvent.type(screen.getByLabelText('Question'), 'How far?{Control>}{Enter}{/Control}');

  await waitFor(() => expect(asked).toHaveLength(1));
});

it('offers to search without the threshold when it hid everything', async () => {
  const asked = await show([], { ...fireCode.retrieval, score_threshold: 0.5 });

  await userEvent.type(screen.getByLabelText('Question'), 'How far?');
  await userEvent.click(screen.getByRole('button', { name: 'Search' }));
  expect(await screen.findByText('Rephrase, or lower the threshold from 0.5.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Search without a threshold' }));

  await waitFor(() => expect(asked).toEqual([
    expect.objectContaining({ score_threshold: 0.5 }), expect.objectContaining({ score_threshold: 0 }),
  ]));
});

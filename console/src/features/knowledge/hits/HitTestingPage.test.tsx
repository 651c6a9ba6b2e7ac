import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fireCode, pageOf } from '../testing';
import type { RetrievalRecord } from '../types';
import { answerOf, found, showHits } from './testing';

async function show(records: RetrievalRecord[], base: object = fireCode, path = '') {
  const asked: Record<string, unknown>[] = [];
  const page = await showHits({
    'POST /api/v1/knowledge-bases/kb1/retrieve': async (request) => {
      asked.push(await request.json());
      return Response.json(answerOf(...records));
    },
  }, path, base);
  await waitFor(() => expect(screen.getByLabelText('Question')).toBeEnabled());
  return { asked, ...page };
}

const ask = async () => {
  await userEvent.click(screen.getByLabelText('Question'));
  await userEvent.paste('How far apart?');
  await userEvent.click(screen.getByText('Search'));
};

it('shows what came back with its score, its marked words and the way to its place', async () => {
  const { asked } = await show([found]);
  await ask();

  const hit = within(await screen.findByRole('region', { name: 'Results' }));
  expect((await hit.findAllByText('0.920'))[0]).toBeVisible();
  expect(hit.getByText('Smoke detectors').tagName).toBe('MARK');
  expect(hit.getByRole('link', { name: 'Open in document' })).toHaveAttribute('href', expect.stringMatching(/documents\/d1\?chunk=c9$/));
  expect(asked).toEqual([expect.objectContaining({
    query: 'How far apart?', search_method: 'hybrid_search', top_k: 4, score_threshold: null, score_threshold_enabled: false,
    rerank: false, reranking_mode: 'reciprocal_rank_fusion', filters: { mode: 'disabled' }, rewriting: { mode: 'none' }, explain: true,
  })]);
});

it('explains how a passage came to its place, what was searched for and what one should know', async () => {
  await show([found]);
  await ask();

  const hit = within(await screen.findByRole('region', { name: 'Results' }));
  expect(await hit.findByLabelText('2 places up by reranking')).toHaveTextContent('↑2');
  for (const list of ['words', 'vector', 'fused', 'reranked']) expect(hit.getByText(list)).toBeVisible();
  expect(within(hit.getByRole('list', { name: 'Parts that matched' })).getByText('15 m apart')).toBeVisible();
  expect(hit.getByText('distance of detectors')).toBeVisible();
  expect(hit.getByText(/The vectors were left out/)).toBeVisible();
  expect(hit.getByText('embed 12 ms')).toBeVisible();
});

it('searches by ⌘ Enter from the question', async () => {
  const { asked } = await show([found]);

  await userEvent.click(screen.getByLabelText('Question'));
  await userEvent.paste('How far?');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(asked).toHaveLength(1));
});

it('searches as the form says and not as the base does', async () => {
  const { asked } = await show([found], { ...fireCode, retrieval: { ...fireCode.retrieval, score_threshold: 0.5 } });

  await userEvent.clear(screen.getByLabelText('Score threshold'));
  await userEvent.click(screen.getByLabelText('Rerank'));
  await ask();

  await waitFor(() => expect(asked[0]).toMatchObject({ score_threshold_enabled: false, rerank: true }));
});

it('offers to search without the threshold when it hid everything', async () => {
  const { asked } = await show([], { ...fireCode, retrieval: { ...fireCode.retrieval, score_threshold: 0.5 } });
  await ask();
  expect(await screen.findByText('Rephrase, or lower the threshold from 0.5.')).toBeVisible();
  await userEvent.click(screen.getByText('Search without a threshold'));

  await waitFor(() => expect(asked.map(({ score_threshold: threshold }) => threshold)).toEqual([0.5, null]));
});

it('asks a former question again as it was asked', async () => {
  const asked = vi.fn();
  await showHits({
    'GET /api/v1/knowledge-bases/kb1/queries': pageOf({
      id: 'q1', origin: 'hit_testing', content: 'How wide are doors?', hit_count: 3, top_score: 0.7, milliseconds: 20, asked_by: null,
      settings: { method: 'full_text_search', top_k: 9, score_threshold: 0.2, rerank: false }, asked_at: '2026-11-20T00:00:00Z',
    }),
    'POST /api/v1/knowledge-bases/kb1/retrieve': async (request) => {
      asked(await request.json());
      return Response.json(answerOf(found));
    },
  });

  await userEvent.click(await screen.findByText('How wide are doors?'));

  await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  expect(asked.mock.calls[0]![0]).toMatchObject({ query: 'How wide are doors?', search_method: 'full_text_search', top_k: 9, score_threshold: 0.2 });
  expect(screen.getByLabelText('Question')).toHaveValue('How wide are doors?');
});

it('keeps a question with the passages that ought to be found as a case', async () => {
  const kept = vi.fn();
  await showHits({
    'POST /api/v1/knowledge-bases/kb1/retrieve': answerOf(found),
    'POST /api/v1/knowledge-bases/kb1/cases': async (request) => {
      kept(await request.json());
      return Response.json({}, { status: 201 });
    },
  }, '?q=How far%3F');
  await waitFor(() => expect(screen.getByLabelText('Question')).toBeEnabled());
  expect(screen.getByLabelText('Question')).toHaveValue('How far?');
  await userEvent.click(screen.getByText('Search'));

  await userEvent.click(await screen.findByText('Save as case'));
  await userEvent.click(screen.getByLabelText('Passage 1 ought to be found'));
  await userEvent.click(screen.getByText('Save case (1)'));

  expect(await screen.findByText('Case saved')).toBeVisible();
  expect(kept).toHaveBeenCalledExactlyOnceWith({ query: 'How far?', expected: [{ document_id: 'd1', quote: found.content }] });
});

it('shows grey what a threshold keeps out, and counts it not as found', async () => {
  await show([found, { ...found, chunk: { ...found.chunk, id: 'c7', position: 7 }, content: 'Doors close.', highlights: [], score: 0.2, below_threshold: true }]);
  await ask();

  expect(await screen.findByText('1 chunk')).toBeVisible();
  const below = within(screen.getByRole('list', { name: /^Below the threshold/ }));
  expect(below.getByText('Doors close.')).toBeVisible();
  expect(below.queryByText('Smoke detectors')).not.toBeInTheDocument();
});

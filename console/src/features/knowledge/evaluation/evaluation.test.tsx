import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { caseOf, evaluationOf, showHits } from '../hits/testing';
import { pageOf } from '../testing';
// What the page loads later is here at once.
import './CasesDrawer';
import './EvaluationView';

const evaluations = '/api/v1/knowledge-bases/kb1/evaluations';
const result = (case_id: string, query: string, best: number | null) => ({
  case_id, query, ranks: [best], reciprocal_rank: best === null ? 0 : 1 / best, ndcg: 1, milliseconds: 9, best_rank: best,
});

it('runs all cases with the base\'s own settings', async () => {
  const started = vi.fn();
  await showHits({
    [`GET ${evaluations}`]: pageOf(evaluationOf('e1')),
    [`POST ${evaluations}`]: async (request) => {
      started(await request.json());
      return Response.json([evaluationOf('e2', { state: 'running', metrics: null })], { status: 202 });
    },
  }, '?view=evaluation');

  const row = await screen.findByRole('row', { name: /The base's own settings.*50 %.*100 %.*0\.750.*0\.800.*40 ms/ });
  expect(row).toBeVisible();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Re-run all' })).not.toHaveAttribute('aria-disabled'));
  await userEvent.click(screen.getByRole('button', { name: 'Re-run all' }));

  await waitFor(() => expect(started).toHaveBeenCalledExactlyOnceWith({}));
});

it('shows the ranks of each case in several runs side by side', async () => {
  await showHits({
    [`GET ${evaluations}`]: pageOf(evaluationOf('e2', { own_settings: false, label: 'words only' }), evaluationOf('e1')),
    [`GET ${evaluations}/e1`]: { evaluation: evaluationOf('e1'), results: [result('c1', 'How far?', 1), result('c2', 'How wide?', 3)] },
    [`GET ${evaluations}/e2`]: { evaluation: evaluationOf('e2', { own_settings: false, label: 'words only' }), results: [result('c1', 'How far?', null), result('c2', 'How wide?', 3)] },
  }, '?view=evaluation');

  for (const box of (await screen.findAllByLabelText('Select this row'))) await userEvent.click(box);
  await userEvent.click(screen.getByText('Compare 2 runs'));

  const ranks = within(await screen.findByRole('region', { name: 'Best place of each case' }));
  expect(await ranks.findByRole('row', { name: /How far\? not found #1/ })).toBeVisible();
  expect(ranks.getByRole('row', { name: /How wide\? #3 #3/ })).toBeVisible();
});

it('tries several choices of settings at once', async () => {
  const started = vi.fn();
  await showHits({
    [`POST ${evaluations}`]: async (request) => {
      started(await request.json());
      return Response.json([evaluationOf('e2', { state: 'running', metrics: null })], { status: 202 });
    },
  }, '?view=evaluation');

  await waitFor(() => expect(screen.getByText('Compare settings').closest('button')).not.toHaveAttribute('aria-disabled'));
  await userEvent.click(screen.getByText('Compare settings'));
  await userEvent.click(await screen.findByLabelText('Remove choice 3'));
  await userEvent.click(within(screen.getByLabelText('Choice 2')).getByLabelText('Rerank'));
  await userEvent.click(screen.getByText('Run 2 choices'));

  await waitFor(() => expect(started).toHaveBeenCalledOnce());
  const { variants } = started.mock.calls[0]![0];
  expect(variants).toMatchObject([
    { label: 'The base\'s own settings', retrieval: { method: 'hybrid_search', rerank: false } },
    { label: 'Semantic search', retrieval: { method: 'semantic_search', rerank: true } },
  ]);
});

it('warns when the last change of the settings made cases worse', async () => {
  await showHits({
    [`GET ${evaluations}`]: pageOf(
      evaluationOf('e3', { own_settings: false }),
      evaluationOf('e2', {
        reason: 'settings_changed',
        comparison: { baseline_id: 'e1', mrr_change: -0.25, worse: [{ case_id: 'c1', query: 'How far?', before: 1, after: null }], better: [] },
      }),
    ),
  });

  const banner = await screen.findByRole('alert');
  expect(banner).toHaveTextContent('1 case is found worse since the last change.');
  expect(banner).toHaveTextContent('How far?#1 → not found');
  expect(within(banner).getByRole('link', { name: 'Show all ranks' })).toHaveAttribute('href', expect.stringContaining('runs=e2.e1'));
});

it('says nothing of a worse run that a better one followed', async () => {
  const { server } = await showHits({
    [`GET ${evaluations}`]: pageOf(
      evaluationOf('e3', { comparison: { baseline_id: 'e2', mrr_change: 0.25, worse: [], better: [] } }),
      evaluationOf('e2', { comparison: { baseline_id: 'e1', mrr_change: -0.25, worse: [{ case_id: 'c1', query: 'How far?', before: 1, after: 4 }], better: [] } }),
    ),
  });

  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('/evaluations'))).toBe(true));
  await screen.findByLabelText('Question');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('changes and deletes cases', async () => {
  const changed = vi.fn();
  const deleted = vi.fn();
  await showHits({
    'GET /api/v1/knowledge-bases/kb1/cases': pageOf(caseOf('c1', 'How far?')),
    'PUT /api/v1/knowledge-bases/kb1/cases/c1': async (request) => {
      changed(await request.json());
      return Response.json(caseOf('c1', 'How far apart?'));
    },
    'DELETE /api/v1/knowledge-bases/kb1/cases/c1': () => {
      deleted();
      return new Response(null, { status: 204 });
    },
  }, '?drawer=cases');

  await userEvent.click(await screen.findByLabelText('Edit the case “How far?”'));
  const drawer = within(screen.getByRole('dialog'));
  await userEvent.click(drawer.getByLabelText('Question'));
  await userEvent.paste(' In corridors');
  await userEvent.click(drawer.getByText('Save'));
  await waitFor(() => expect(changed).toHaveBeenCalledOnce());
  expect(changed.mock.calls[0]![0]).toMatchObject({ query: 'How far? In corridors', expected: [{ document_id: 'd1' }] });

  await userEvent.click(await screen.findByLabelText('Delete the case “How far?”'));
  await userEvent.click(await screen.findByText('Delete'));
  await waitFor(() => expect(deleted).toHaveBeenCalledOnce());
});

it('asks for a case first where there is none', async () => {
  await showHits({ 'GET /api/v1/knowledge-bases/kb1/cases': pageOf() }, '?view=evaluation');

  expect(await screen.findByText('No cases yet')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Re-run all' })).toHaveAttribute('aria-disabled', 'true');
});

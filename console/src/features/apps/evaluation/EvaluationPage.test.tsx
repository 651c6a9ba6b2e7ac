import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd';
import { problem } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { BarRefusal, isBelowBar } from './BarRefusal';
import { EvaluationPage } from './EvaluationPage';

const set = { id: 's1', name: 'Basics', description: '', judges: { similarity: null, model: null }, case_count: 2 };
const figures = {
  done: 2, judged: 2, passed: 1, failed: 0, pass_rate: 0.5, score: 0.5, similarity: null, model_score: null, prompt_tokens: 20, completion_tokens: 10,
  cost: null, latency: 1.5,
};
const run = {
  id: 'r1', set_id: 's1', set_name: 'Basics', version: 3, draft_revision: null, judges: set.judges, state: 'succeeded', case_count: 2, figures, error: null,
  created_at: '2026-11-20T00:00:00Z', finished_at: '2026-11-20T00:01:00Z',
};
const running = { ...run, id: 'r2', version: null, state: 'running', figures: { ...figures, done: 1 } };
const result = {
  case_id: 'k1', question: 'Who signs?', expected: null, state: 'done', answer: 'No idea.', error: null, passed: false, score: 0,
  verdicts: [{ judge: 'rule', passed: false, score: 0, reason: 'It lacks “director”.' }], model: 'openai/gpt', prompt_tokens: 10, completion_tokens: 5,
  cost: null, duration: 1.5, message_id: 'm1',
};
const testCase = { id: 'k1', question: 'Who signs?', inputs: {}, expected: null, rules: [{ kind: 'contains', value: 'director' }], note: null };
const bar = { set_id: 's1', set_name: 'Basics', passed: 0.9, similarity: null, model: null };
const list = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const show = (path = 'apps/a1/evaluation', answers = {}) => renderPage(<EvaluationPage />, {
  route: 'apps/:id/evaluation', path, words: ['apps', 'appEvaluation'], permissions: ['apps.read', 'apps.update', 'apps.publish'],
  answers: {
    'GET /api/v1/apps/a1': { id: 'a1', name: 'Contracts', version: 3 },
    'GET /api/v1/apps/a1/versions': list({ version: 3, name: null, note: null, created_at: '2026-11-01T00:00:00Z' }),
    'GET /api/v1/apps/a1/test-sets': list(set),
    'GET /api/v1/apps/a1/test-sets/s1/cases': list(testCase),
    'GET /api/v1/apps/a1/test-sets/s1/estimate': {
      cases: 2, model_calls: 2, embedding_calls: 0, prompt_tokens: 20, completion_tokens: 10, cost: null, basis: 'usage',
    },
    'GET /api/v1/apps/a1/evaluations': list(running, run),
    'POST /api/v1/apps/a1/evaluations': running,
    'GET /api/v1/apps/a1/evaluations/r1/results': list(result),
    'GET /api/v1/apps/a1/evaluations/r2/results': list(),
    'GET /api/v1/apps/a1/publish-bar': { bar, is_reached: false, run },
    ...answers,
  },
});

it('shows how runs did, how far one is, and what the app has to reach', async () => {
  await show();

  expect(await screen.findByRole('row', { name: /v3.*Succeeded.*50 % · 1\/2/ })).toBeVisible();
  expect(screen.getByRole('row', { name: /Draft.*1\/2/ })).toBeVisible();
  expect(await screen.findByText('Basics: 90 % passed')).toBeVisible();
});

it('says why a case did not pass', async () => {
  await show('apps/a1/evaluation?run=r1');

  await userEvent.click(await screen.findByRole('row', { name: /Who signs\?.*Not passed.*It lacks “director”\./ }));

  const panel = await screen.findByRole('dialog');
  expect(within(panel).getByText('No idea.')).toBeVisible();
});

it('tells what a run takes before it begins', async () => {
  const { server } = await show();

  await userEvent.click(await screen.findByRole('button', { name: 'Run' }));
  const panel = await screen.findByRole('dialog');
  expect(await within(panel).findByText('≈ 30')).toBeVisible();
  await userEvent.click(within(panel).getByRole('button', { name: 'Run' }));

  await waitFor(async () => {
    const call = server.calls.find(({ method }) => method === 'POST');
    expect(await call?.clone().json()).toEqual({ set_id: 's1', version: null });
  });
});

it('names the rows of a table that cannot be taken in', async () => {
  await show('apps/a1/evaluation', {
    'POST /api/v1/apps/a1/test-sets/s1/import': () => problem(400, 'evaluation.import_rows', 'Row 3: question is needed.', {
      faults: [{ row: 3, reason: 'question is needed' }],
    }),
  });

  await userEvent.upload(await screen.findByLabelText('Import CSV', { selector: 'input' }), new File(['question\n\n,,'], 'cases.csv', { type: 'text/csv' }));

  expect(await screen.findByText('Row 3: question is needed')).toBeVisible();
});

it('compares two runs with what is worse first', async () => {
  await show('apps/a1/evaluation?run=r1&with=r2', {
    'GET /api/v1/apps/a1/evaluations/r1/comparison': {
      before: running, after: run, better: 0, worse: 1, same: 0,
      cases: [{ case_id: 'k1', question: 'Who signs?', change: 'worse', before: { ...result, passed: true, score: 1, answer: 'The director.' }, after: result }],
    },
  });

  const table = await screen.findByRole('table', { name: 'Compare with…' });
  expect(within(table).getByRole('row', { name: /Who signs\?.*Worse.*The director\..*No idea\./ })).toBeVisible();
});

it('says why a draft is not published, in numbers, and lets those override it who may', async () => {
  const refusal = await problem(409, 'evaluation.below_bar', 'Below.', { bar, run }).json() as Record<string, unknown>;
  const { Problem } = await import('../../../api/problem');
  const error = new Problem(409, refusal);
  await renderPage(<Form><BarRefusal app="a1" problem={error} /></Form>, { words: ['appEvaluation'], permissions: ['apps.override'] });

  expect(isBelowBar(error)).toBe(true);
  expect(screen.getByText(/90 % passed/)).toBeVisible();
  expect(screen.getByText('Reached: 50 % passed')).toBeVisible();
  expect(await screen.findByLabelText('Reason for publishing nevertheless')).toBeVisible();
});

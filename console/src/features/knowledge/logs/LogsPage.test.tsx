import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render';
import { fireCode, pageOf } from '../testing';
import { everyDay } from './everyDay';
import { LogsPage } from './LogsPage';

const today = new Date().toISOString().slice(0, 10);
const show = () => renderPage(<LogsPage />, {
  route: 'knowledge/:id/logs', path: 'knowledge/kb1/logs', words: ['knowledge', 'hitTesting'], permissions: ['knowledge.read'],
  answers: {
    'GET /api/v1/knowledge-bases/kb1': fireCode,
    'GET /api/v1/knowledge-bases/kb1/insights': {
      days: 30, numbers: { queries: 40, hits: 120, unanswered: 4, p95_milliseconds: 38 }, per_day: [{ day: today, queries: 40, unanswered: 4 }],
    },
    'GET /api/v1/knowledge-bases/kb1/queries': pageOf({
      id: 'q1', origin: 'app', content: 'How far apart?', settings: { method: 'hybrid_search', top_k: 4, score_threshold: null, rerank: null },
      hit_count: 0, top_score: null, milliseconds: 12, asked_by: null, asked_at: '2026-11-20T00:00:00Z',
    }),
  },
});

it('says how often a base was asked and how often it knew nothing', async () => {
  await show();

  expect(await screen.findByText('10 %')).toBeVisible();
  expect(screen.getByText('38 ms')).toBeVisible();
  const table = screen.getByRole('table', { name: 'Questions per day' });
  expect(within(table).getByRole('row', { name: `${today} 40 4` })).toBeInTheDocument();
});

it('lists the questions and leads to asking one again', async () => {
  const { router } = await show();

  const row = await screen.findByRole('row', { name: /How far apart\?.*App.*None.*Hybrid search · 4.*12 ms/ });
  await userEvent.click(row);

  expect(router.state.location.pathname).toMatch(/hit-testing$/);
  expect(new URLSearchParams(router.state.location.search).get('q')).toBe('How far apart?');
});

it('shows only what found nothing when asked to', async () => {
  const { server } = await show();

  await userEvent.click(await screen.findByRole('checkbox', { name: 'Only unanswered' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('/queries') && url.includes('unanswered=true'))).toBe(true));
});

it('gives days without questions their place', () => {
  const rows = everyDay(3, [{ day: '2026-11-20', queries: 2, unanswered: 1 }], new Date('2026-11-21T10:00:00Z'));

  expect(rows.map(({ day, queries }) => [day, queries])).toEqual([['2026-11-19', 0], ['2026-11-20', 2], ['2026-11-21', 0]]);
});

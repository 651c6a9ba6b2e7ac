import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render';
import { JobsPage } from './JobsPage';

const job = {
  id: 'j1', workspace_id: 'w', kind: 'knowledge.ingest', subject: 's', title: 'GB 50116.pdf', state: 'running', progress: 0.62,
  fact: 'indexing 248/400', attempt: 1, max_attempts: 3, error: null, trace_id: 't1', created_at: '2026-11-20T00:00:00Z',
  started_at: null, finished_at: null,
};
const failed = { ...job, id: 'j2', title: 'Report', state: 'failed', fact: null, error: 'Page 12 could not be read.', attempt: 3 };

const show = (data: object[], path = 'ops/jobs') => renderPage(<JobsPage />, {
  route: 'ops/jobs', path, words: ['jobs'], permissions: ['jobs.read', 'jobs.cancel'],
  answers: { 'GET /api/v1/jobs': { data, has_more: false, next_cursor: null }, 'POST /api/v1/jobs/j2/retry': failed },
});

it('shows how far a job is and why another failed', async () => {
  await show([job, failed]);

  expect(await screen.findByText('Indexing 248/400')).toBeVisible();
  expect(within(screen.getByText('Report').closest('tr')!).getByText('Page 12 could not be read.')).toBeVisible();
});

it('runs a failed job again', async () => {
  const { server } = await show([failed]);

  await userEvent.click(await screen.findByRole('button', { name: 'Retry Report' }));

  expect(server.calls.some(({ url, method }) => method === 'POST' && url.endsWith('/jobs/j2/retry'))).toBe(true);
});

it('says that nothing failed, and when it looked', async () => {
  await show([], 'ops/jobs?state=failed');

  expect(await screen.findByText('No failed jobs')).toBeVisible();
  expect(screen.getByText(/Last checked \d\d:\d\d/)).toBeVisible();
});

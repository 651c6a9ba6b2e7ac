import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../testing/render';
import { InsightPage } from './InsightPage';

const figures = {
  messages: 40, conversations: 12, active_users: 5, prompt_tokens: 3000, completion_tokens: 900, costs: [{ amount: '1.25', currency: 'USD' }],
  likes: 3, dislikes: 1, satisfaction: 0.75, errors: 2, latency_p50: 1.2, latency_p95: 4, first_token_p50: 0.3, first_token_p95: 0.9,
};
const report = {
  from: '2026-11-19', to: '2026-11-20', zone: '+08:00', total: figures, groups: [{ key: 'api', figures }],
  days: [{ day: '2026-11-19', figures: { ...figures, messages: 10 } }, { day: '2026-11-20', figures: { ...figures, messages: 30 } }],
};
const show = (answer: object = report) => renderPage(<InsightPage />, {
  route: 'apps/:id/insight', path: 'apps/a1/insight', words: ['apps', 'appInsight'], permissions: ['apps.read', 'apps.logs'],
  answers: { 'GET /api/v1/apps/a1': { id: 'a1', name: 'Contracts', version: 1 }, 'GET /api/v1/apps/a1/insight': answer },
});

it('tells what an app came to, and its days in a table', async () => {
  await show();

  expect(await screen.findByText('75 %', { selector: 'dd' })).toBeVisible();
  expect(within(screen.getByRole('table', { name: 'Compared' })).getByRole('row', { name: /^API 40 12 5 3,900/ })).toBeVisible();
  await userEvent.click(screen.getByText('Table'));

  const days = within(screen.getByRole('table', { name: 'By day (+08:00)' })).getAllByRole('row');
  expect(days.slice(1).map((row) => row.textContent?.slice(0, 12))).toEqual(['2026-11-2030', '2026-11-1910']);
});

it('asks for the chosen range in the zone of the browser', async () => {
  const { server } = await show();

  await userEvent.click(await screen.findByText('7 days'));

  const last = new URL(server.calls.filter(({ url }) => url.includes('/insight')).at(-1)!.url).searchParams;
  expect((Date.parse(last.get('to')!) - Date.parse(last.get('from')!)) / 86_400_000).toBe(6);
  expect(last.get('zone')).toMatch(/^[+-]\d\d:[03]0$/);
});

it('instructs when nothing happened', async () => {
  await show({ ...report, total: { ...figures, messages: 0 } });

  expect(await screen.findByText('Nothing happened in this time')).toBeVisible();
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render';
import { UsagePage } from './UsagePage';

const sum = { key: '2026-11-20', calls: 12, input_tokens: 3000, output_tokens: 900, errors: 1, avg_ttft_ms: 420,
  characters: 0, audio_seconds: 0, costs: [{ amount: '1.2', currency: 'CNY' }], unpriced_calls: 3,
};
const byGroup: Record<string, object[]> = {
  day: [sum, { ...sum, key: '2026-11-21', costs: [{ amount: '0.3', currency: 'CNY' }, { amount: '2', currency: 'USD' }], unpriced_calls: 0 }], model: [{ ...sum, key: 'builtin/echo' }], app: [{ ...sum, key: 'a1' }, { ...sum, key: 'none' }],
};
const list = (data: object[]) => ({ data, has_more: false, next_cursor: null });
const show = (rows = byGroup) => renderPage(<UsagePage />, {
  route: 'usage', words: ['usage', 'prices'], permissions: ['models.usage', 'apps.read'],
  answers: {
    'GET /api/v1/usage': ({ url }) => Response.json({ data: rows[new URL(url).searchParams.get('group_by')!] ?? [] }),
    'GET /api/v1/usage/calls': list([]),
    'GET /api/v1/apps': list([{ id: 'a1', name: 'Contracts' }]),
  },
});

it('sums by app with the apps\' names', async () => {
  await show();

  await userEvent.click(await screen.findByText('App'));

  const table = await screen.findByRole('table', { name: 'Sums' });
  expect(await within(table).findByText('Contracts')).toBeVisible();
  expect(within(table).getByText('Outside of apps')).toBeVisible();
});

it('says what was spent in each currency, and what has no price', async () => {
  await show({ ...byGroup, model: [{ ...sum, key: 'mock/a' }, { ...sum, key: 'mock/b', costs: [] }, { ...sum, key: 'builtin/echo', costs: [], unpriced_calls: 0 }] });

  expect(await screen.findByText('¥1.50 + $2.00')).toBeVisible();
  expect(screen.getByText(/3 calls have no price. Enter prices/)).toBeVisible();
  const table = await screen.findByRole('table', { name: 'Sums' });
  expect(await within(table).findByText('¥1.20')).toBeVisible();
  expect(within(table).getByText('no price')).toBeVisible();
});

it('asks for the chosen range', async () => {
  const { server } = await show();

  await userEvent.click(await screen.findByText('24 hours'));

  const last = server.calls.filter(({ url }) => url.includes('/usage?')).at(-1)!;
  const from = Date.parse(new URL(last.url).searchParams.get('from')!);
  expect(Math.round((Date.now() - from) / 3_600_000)).toBe(24);
});

it('instructs when nothing was used yet', async () => {
  await show({});

  expect(await screen.findByText('No usage in this time')).toBeVisible();
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render';
import { UsagePage } from './UsagePage';

const sum = { key: '2026-11-20', calls: 12, input_tokens: 3000, output_tokens: 900, errors: 1, avg_ttft_ms: 420 };
const byGroup: Record<string, object[]> = {
  day: [sum], model: [{ ...sum, key: 'builtin/echo' }], app: [{ ...sum, key: 'a1' }, { ...sum, key: 'none' }],
};
const list = (data: object[]) => ({ data, has_more: false, next_cursor: null });
const show = (rows = byGroup) => renderPage(<UsagePage />, {
  route: 'usage', words: ['usage'], permissions: ['models.usage', 'apps.read'],
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

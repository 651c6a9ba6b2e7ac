import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render';
import { AuditPage } from './AuditPage';

const entry = {
  id: 'e1', at: '2026-11-20T09:14:00Z', actor: { kind: 'user', id: 'u1', name: 'Wang Yuqing' }, action: 'update_app',
  object: { kind: 'app', id: 'a1', name: 'Contracts' }, ip: '10.0.3.7', user_agent: 'Firefox', status: 200,
  before: { name: 'Old', icon: 'x' }, after: { name: 'Contracts', icon: 'x' }, trace_id: '4bf92f35',
};
const answers = {
  'GET /api/v1/audit': { data: [entry, { ...entry, id: 'e2', action: 'paint_it_black', before: null, after: null }], has_more: false, next_cursor: null },
};
const show = (path = 'audit') => renderPage(<AuditPage />, { route: 'audit', path, words: ['audit'], answers });

it('opens an act and shows only what changed', async () => {
  await show();

  await userEvent.click(await screen.findByText('Changed an app'));

  const changes = screen.getByRole('table', { name: 'Changes' });
  expect(within(changes).getByText('name')).toBeVisible();
  expect(within(changes).getByText('Old')).toBeVisible();
  expect(within(changes).queryByText('icon')).toBeNull();
  expect(screen.getByText('4bf92f35')).toBeVisible();
});

it('names an act that it has no words for by its own name', async () => {
  await show();

  expect(await screen.findByText('paint_it_black')).toBeVisible();
});

it('asks the server by the filter of the address, days from midnight to midnight', async () => {
  const { server } = await show('audit?actor=wang&object_kind=app&from=2026-11-19&to=2026-11-20');
  await screen.findByText('paint_it_black');

  const query = new URL(server.calls.find(({ url }) => url.includes('/audit'))!.url).searchParams;
  expect(query.get('actor')).toBe('wang');
  expect(query.get('object_kind')).toBe('app');
  expect(query.get('from')).toBe(new Date(2026, 10, 19).toISOString());
  expect(query.get('to')).toBe(new Date(2026, 10, 21).toISOString());
});

it('narrows the list to one object from the panel', async () => {
  const { router } = await show('audit?peek=e1');

  await userEvent.click(await screen.findByRole('button', { name: 'All about this object' }));

  expect(router.state.location.search).toBe('?object_kind=app&object_id=a1');
});

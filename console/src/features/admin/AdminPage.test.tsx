import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, renderPage } from '../../testing/render';
import { AdminPage } from './AdminPage';

const user = {
  id: 'u2', email: 'li@example.cn', name: 'Li Ming', language: null, default_workspace_id: null, must_change_password: false,
  created_at: '2026-01-01T00:00:00Z', last_login_at: null, workspace_count: 2, installation_admin: false, suspended: false, locked_until: null,
};
const show = (installation_admin: boolean) => renderPage(<AdminPage />, {
  route: 'admin', words: ['admin'],
  answers: {
    'GET /api/v1/auth/me': { ...me, installation_admin },
    'GET /api/v1/admin/users': { data: [user, { ...user, id: 'u1', name: 'Myself' }], has_more: false, next_cursor: null },
    'POST /api/v1/admin/users/u2/suspend': () => new Response(null, { status: 204 }),
  },
});

it('suspends an account after a question, and offers nothing on oneself', async () => {
  const { server } = await show(true);
  const acts = userEvent.setup();

  await acts.click(await screen.findByRole('button', { name: 'Acts on Li Ming' }));
  await acts.click(await screen.findByText('Suspend'));
  await acts.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Suspend' }));

  expect(server.calls.some(({ url }) => url.endsWith('/u2/suspend'))).toBe(true);
  expect(screen.queryByRole('button', { name: 'Acts on Myself' })).toBeNull();
});

it('is closed to others', async () => {
  await show(false);

  expect(await screen.findByText(/installation\.users/)).toBeVisible();
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../testing/fakeServer';
import { me, renderPage, workspaceId } from '../../testing/render';
import { SettingsPage } from './SettingsPage';

const permissions = ['workspaces.read', 'workspaces.update', 'workspaces.delete'];
const session = { id: 's1', created_at: '2026-11-20T00:00:00Z', last_seen_at: '2026-11-20T00:00:00Z', ip: '10.0.3.7', user_agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', current: false };

const show = (answers: NonNullable<Parameters<typeof renderPage>[1]>['answers'] = {}) => renderPage(<SettingsPage />, {
  route: 'settings', words: ['settings'], permissions,
  answers: {
    'GET /api/v1/auth/password-policy': { min_length: 10, rules: ['min_length', 'digit', 'not_common'] },
    'GET /api/v1/auth/sessions': { data: [session, { ...session, id: 's2', current: true }], has_more: false, next_cursor: null },
    'GET /api/v1/system': { name: 'Middeck', version: '0.1.0', environment: 'dev', started_at: '2026-11-20T00:00:00Z', base_url: 'http://x' },
    'GET /api/v1/health': { status: 'degraded', version: '0.1.0', environment: 'dev', checks: { models: { status: 'degraded', message: 'No key.' } } },
    ...answers,
  },
});

it('ticks the rules of a new password while it is typed', async () => {
  await show();

  await userEvent.type(await screen.findByLabelText('New password'), 'deck-2026-pins');

  expect((await screen.findByText(/At least 10 characters/)).closest('li')).toHaveAttribute('data-met', 'true');
  expect(screen.getByText(/Not among common passwords/).closest('li')).toHaveAttribute('data-met', 'false');
});

it('says that the current password is wrong, at its field', async () => {
  await show({ 'POST /api/v1/auth/password': () => problem(400, 'auth.wrong_password', 'Wrong.', { field: 'current_password' }) });
  const user = userEvent.setup();

  await user.type(await screen.findByLabelText('Current password'), 'a');
  await user.type(screen.getByLabelText('New password'), 'deck-2026-pins');
  await user.click(screen.getByRole('button', { name: 'Change password' }));

  expect(await screen.findAllByText('The current password is wrong.')).not.toHaveLength(0);
});

it('ends another session and not the present one', async () => {
  const { server } = await show({ 'DELETE /api/v1/auth/sessions/s1': () => new Response(null, { status: 204 }) });

  const button = await screen.findByRole('button', { name: 'End' });
  await userEvent.click(button);

  expect(server.calls.some(({ method, url }) => method === 'DELETE' && url.endsWith('/s1'))).toBe(true);
});

it('deletes the workspace only after its name was typed', async () => {
  const { server } = await show({
    'GET /api/v1/auth/me': { ...me, permissions },
    [`DELETE /api/v1/workspaces/${workspaceId}`]: { job_id: 'j1' },
  });
  const user = userEvent.setup();

  await user.click(await screen.findByRole('button', { name: 'Delete workspace' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'Delete workspace' })).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'East Design');
  await user.click(within(dialog).getByRole('button', { name: 'Delete workspace' }));

  expect(await screen.findByText('outside')).toBeVisible();
  const call = server.calls.find(({ method }) => method === 'DELETE')!;
  expect(await call.json()).toEqual({ confirm_name: 'East Design' });
});

it('shows each check with what is wrong', async () => {
  await show();

  expect(await screen.findByText('No key.')).toBeVisible();
});

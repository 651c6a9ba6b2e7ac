import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render';
import { KeysPage } from './KeysPage';

const none = { data: [], has_more: false, next_cursor: null };
const key = { id: 'k1', name: 'CI', masked: 'md-…x7Qd', scopes: ['apps.read'], created_at: '2026-11-20T00:00:00Z', last_used_at: null, expires_at: null };
const answers = {
  'GET /api/v1/management-keys': { ...none, data: [key] },
  'GET /api/v1/system': { base_url: 'http://middeck.test' },
  'GET /api/v1/permissions': {
    ...none,
    data: ['apps.read', 'apps.delete', 'keys.manage'].map((name) => ({ name, scope: 'workspace', description: name })),
  },
  'POST /api/v1/management-keys': { id: 'k2', name: 'Deploy', key: 'md-secret', created_at: '2026-11-20T00:00:00Z' },
  'DELETE /api/v1/management-keys/k1': () => new Response(null, { status: 204 }),
};
const show = (path = 'keys') =>
  renderPage(<KeysPage />, { route: 'keys', path, words: ['keys', 'permissions'], permissions: ['keys.manage', 'apps.read'], answers });

it('offers only permissions that I have, and shows the key once with a call', async () => {
  const { server } = await show('keys?new=management');
  const user = userEvent.setup();
  const drawer = await screen.findByRole('dialog');

  await user.type(within(drawer).getByRole('textbox', { name: /Name/ }), 'Deploy');
  expect(within(drawer).queryByRole('checkbox', { name: /Delete apps/ })).toBeNull();
  await user.click(await within(drawer).findByRole('checkbox', { name: /See apps/ }));
  await user.click(within(drawer).getByRole('button', { name: 'Create' }));

  expect(await screen.findByText('md-secret')).toBeInTheDocument();
  expect(screen.getByText(/Bearer md-secret/)).toBeInTheDocument();
  const call = server.calls.find(({ method }) => method === 'POST')!;
  expect(await call.json()).toEqual({ name: 'Deploy', scopes: ['apps.read'], expires_at: null });
});

it('asks before a key is revoked', async () => {
  const { server } = await show();

  await userEvent.click(await screen.findByRole('button', { name: 'Revoke CI' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke' }));

  expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true);
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, renderPage } from '../../testing/render';
import { problem, type Answer } from '../../testing/fakeServer';
import { LoginPage } from './LoginPage';

const health = { status: 'ok', version: '1.4.0', environment: 'prod', checks: { database: 'ok' } };
const login = { access_token: 'a', expires_in: 3600, user: me };

async function show(answers: Record<string, Answer>) {
  const view = await renderPage(<LoginPage />, {
    route: 'login',
    words: ['session'],
    signedOut: true,
    answers: {
      'GET /health': health,
      'POST /api/v1/auth/logout': () => new Response(null, { status: 204 }),
      'POST /api/v1/auth/refresh': () => problem(401, 'auth.refresh_invalid', 'x'),
      ...answers,
    },
  });
  return view;
}

async function signIn() {
  await userEvent.type(await screen.findByLabelText('E-mail'), 'wang@example.cn');
  await userEvent.type(screen.getByLabelText('Password'), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

it('says when the pair is wrong', async () => {
  await show({ 'POST /api/v1/auth/login': () => problem(401, 'auth.invalid_credentials', 'x') });
  await signIn();

  expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail or the password is wrong.');
});

it('says for how many minutes the account is locked', async () => {
  await show({ 'POST /api/v1/auth/login': () => problem(429, 'auth.locked', 'x', { retry_after_seconds: 840 }) });
  await signIn();

  expect(await screen.findByRole('alert')).toHaveTextContent('locked for 14 min');
});

it('says which check fails when the server is not ready', async () => {
  await show({
    'POST /api/v1/auth/login': () => problem(503, 'server.starting', 'x'),
    'GET /health': () => Response.json({ ...health, status: 'unhealthy', checks: { database: 'failing' } }, { status: 503 }),
  });
  await signIn();

  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Failing checks: database'));
});

it('asks for a new password at the first sign-in, and ticks the rules off', async () => {
  const changed = vi.fn();
  const { router } = await show({
    'POST /api/v1/auth/login': { ...login, user: { ...me, must_change_password: true } },
    'GET /api/v1/auth/me': { ...me, must_change_password: true },
    'GET /api/v1/auth/password-policy': { min_length: 10, rules: ['min_length', 'letter', 'digit', 'different'] },
    'POST /api/v1/auth/password': async (request) => {
      changed(await request.json());
      return new Response(null, { status: 204 });
    },
  });
  await signIn();

  const field = await screen.findByLabelText('New password');
  await userEvent.type(field, 'only-letters');
  expect(screen.getByText('A letter').closest('li')).toHaveAttribute('data-state', 'met');
  expect(screen.getByText('A digit').closest('li')).toHaveAttribute('data-state', 'open');
  await userEvent.type(field, '-2026');
  expect(screen.getByText('A digit').closest('li')).toHaveAttribute('data-state', 'met');
  await userEvent.click(screen.getByRole('button', { name: 'Save new password' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(changed).toHaveBeenCalledWith({ current_password: 'secret', new_password: 'only-letters-2026' });
});

it('remembers the e-mail', async () => {
  await show({ 'POST /api/v1/auth/login': login });
  await signIn();

  await waitFor(() => expect(localStorage.getItem('middeck.email')).toBe('wang@example.cn'));
});

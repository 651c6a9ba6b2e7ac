import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { me, renderPage } from '../../testing/render';
import { ErrorsPage } from './ErrorsPage';

const row = {
  id: 'x1', at: '2026-11-20T04:00:00Z', trace_id: '4bf92f3577b34da6a3ce929d0e0e4736', source: 'http', operation: 'GET /api/v1/apps',
  message: 'The pool is exhausted.', exception_type: 'Npgsql.NpgsqlException', workspace_id: null, user_id: null, stack_trace: null,
};
const show = (isOperator: boolean, path = 'obs/errors') => renderPage(<ErrorsPage />, {
  route: 'obs/errors', path, words: ['failures'],
  answers: {
    'GET /api/v1/auth/me': { ...me, permissions: ['errors.read'], installation_admin: isOperator },
    'GET /api/v1/errors': { data: [row, { ...row, id: 'x2', at: '2026-11-18T04:00:00Z', message: 'Disk full.' }], has_more: false, next_cursor: null },
    'GET /api/v1/errors/x1': { ...row, stack_trace: '   at Pool.Take()' },
  },
});

it('groups by day and opens the stack trace for an operator', async () => {
  await show(true);
  expect(await screen.findAllByRole('heading', { level: 2 })).toHaveLength(2);

  await userEvent.click(screen.getByRole('button', { name: /pool is exhausted/ }));

  expect(await screen.findByText(/at Pool.Take/)).toBeVisible();
});

it('says who sees stack traces to everybody else', async () => {
  await show(false, 'obs/errors?peek=x1');

  expect(await screen.findByText(/operate the installation/)).toBeVisible();
});

it('filters what is loaded by words', async () => {
  await show(false, 'obs/errors?trace=disk');

  expect(await screen.findByText('Disk full.')).toBeVisible();
  expect(screen.queryByText('The pool is exhausted.')).toBeNull();
});

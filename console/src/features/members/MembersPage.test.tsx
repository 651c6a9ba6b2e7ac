import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../testing/fakeServer';
import { me as myself, renderPage, workspaceId } from '../../testing/render';
import { MembersPage } from './MembersPage';

const permissions = ['members.read', 'members.invite', 'members.update', 'members.remove'];
const path = `/api/v1/workspaces/${workspaceId}`;
const wang = {
  user_id: 'u1', email: 'wang@example.cn', name: 'Wang Yuqing', role: 'owner', joined_at: '2026-01-01T00:00:00Z',
  last_seen_at: null, suspended: false,
};
const li = { ...wang, user_id: 'u2', email: 'li@example.cn', name: 'Li Ming', role: 'editor', suspended: true };
const list = (data: object[]) => ({ data, has_more: false, next_cursor: null });

function show(answers: Parameters<typeof renderPage>[1] = {}, address = 'members') {
  return renderPage(<MembersPage />, {
    route: 'members', path: address, words: ['members', 'permissions'], permissions, ...answers,
    answers: {
      'GET /api/v1/auth/me': { ...myself, permissions, workspace: { ...myself.workspace!, role: 'owner' } },
      [`GET ${path}/members`]: list([wang, li]),
      [`GET ${path}/invitations`]: list([]),
      ...answers.answers,
    },
  });
}

it('shows who belongs, and who is suspended', async () => {
  await show();

  const row = (await screen.findByText('Li Ming')).closest('tr')!;
  expect(within(row).getByText('Suspended')).toBeVisible();
  expect(within(row).getByText('li@example.cn')).toBeVisible();
});

it('shows the one that the address asks for, and all again', async () => {
  await show({}, 'members?q=li%40example.cn');

  expect(await screen.findByText('Li Ming')).toBeVisible();
  expect(screen.queryByText('Wang Yuqing')).toBeNull();
  await userEvent.clear(screen.getByPlaceholderText('Filter by name or e-mail'));

  expect(await screen.findByText('Wang Yuqing')).toBeVisible();
});

it('takes a refused role back and says why', async () => {
  await show({
    answers: { [`PATCH ${path}/members/u2`]: () => problem(403, 'members.role_above_own', 'Above yours.') },
  });
  const user = userEvent.setup();

  await user.click(await screen.findByRole('combobox', { name: 'Role of Li Ming' }));
  await user.click(await screen.findByTitle('Viewer'));

  expect(await screen.findByRole('alert')).toHaveTextContent('above yours');
  expect(screen.getByRole('combobox', { name: 'Role of Li Ming' }).closest('.ant-select')).toHaveTextContent('Editor');
});

it('hands out an invitation link once', async () => {
  const { server } = await show({
    answers: {
      [`POST ${path}/invitations`]: {
        id: 'i1', email: null, role: 'viewer', expires_at: '2026-11-23T00:00:00Z', token: 'abc', url: '/invite/abc',
      },
    },
  });
  const user = userEvent.setup();

  await screen.findByText('Li Ming');
  await user.click(screen.getByRole('button', { name: 'Invite' }));
  await user.click(await screen.findByRole('button', { name: 'Make link' }));

  expect(await screen.findByText(`${window.location.origin}/invite/abc`)).toBeInTheDocument();
  const call = server.calls.find(({ method }) => method === 'POST')!;
  expect(await call.json()).toEqual({ email: null, role: 'viewer', expires_in_hours: 72 });
});

it('tells the only owner why leaving is not possible', async () => {
  await show();

  expect(await screen.findByText(/only owner/)).toBeVisible();
});

it('says so when nobody else is there', async () => {
  await show({ answers: { [`GET ${path}/members`]: list([wang]) } });

  expect(await screen.findByText('It is just you')).toBeVisible();
});

it('answers who may publish apps', async () => {
  await show({
    answers: {
      'GET /api/v1/roles': list([{ name: 'editor', permissions: ['apps.publish'] }, { name: 'viewer', permissions: [] }]),
      'GET /api/v1/permissions': list([
        { name: 'apps.publish', scope: 'workspace', description: 'x' }, { name: 'apps.read', scope: 'workspace', description: 'x' },
      ]),
    },
  }, 'members?tab=roles&q=publish');

  const table = await screen.findByRole('table', { name: 'Roles' });
  const row = within(table).getByRole('row', { name: /Publish apps/ });
  expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['✓allowed', '–not allowed']);
  expect(within(table).queryByText('apps.read')).toBeNull();
});

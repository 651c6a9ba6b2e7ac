import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { me, renderPage } from '../../../testing/render';
import type { Backup, BackupList, Drill } from '../types';
import { BackupsPage } from './BackupsPage';

const backup: Backup = {
  name: '2026-11-21T033000Z', reason: 'schedule', created_at: '2026-11-21T03:30:00Z', seconds: 12, bytes: 5 * 1024 * 1024,
  program_version: '1.4', includes_keys: true, encryption: 'age', objects: 40, rows: 12_300, verified_at: null,
};
const drill: Drill = {
  backup: backup.name, started_at: '2026-11-01T05:00:00Z', passed: false, problem: 'The table chunks has 3 rows and not 4.', seconds: 60,
  restore_seconds: 20, tables: 90, rows: 12_300, objects: 40, answers: ['How wide is a corridor? 2.4 m'],
};
const list: BackupList = {
  address: '/srv/backups', schedule: '30 3 * * *', drill_schedule: null, next_at: null, retention: { daily: 7, weekly: 4, monthly: 12 },
  encryption: 'age', data: [backup], damaged: [], drills: [],
};
const job = {
  id: 'j1', workspace_id: 'w', kind: 'operations.backup', subject: 's', title: 'Backup', state: 'running', progress: 0.62, fact: 'objects 12/40',
  attempt: 1, max_attempts: 1, error: null, trace_id: null, created_at: '2026-11-20T00:00:00Z', started_at: null, finished_at: null,
};

const show = (given: Partial<BackupList> = {}, answers: Record<string, Answer> = {}, path = 'ops/backups') => renderPage(<BackupsPage />, {
  route: 'ops/backups', path, words: ['operations'],
  answers: {
    'GET /api/v1/auth/me': { ...me, installation_admin: true, permissions: ['jobs.read', 'jobs.cancel'] },
    'GET /api/v1/admin/backups': { ...list, ...given },
    'GET /api/v1/jobs': { data: [], has_more: false, next_cursor: null },
    ...answers,
  },
});

it('makes a first backup, shows how far it is, and lets it be cancelled', async () => {
  let begun = false;
  const { server } = await show({ data: [], schedule: null }, {
    'POST /api/v1/admin/backups': () => {
      begun = true;
      return Response.json({ job_id: 'j1' }, { status: 202 });
    },
    'GET /api/v1/jobs': ({ url }) => Response.json({ data: begun && url.includes('operations.backup') ? [job] : [] }),
    'POST /api/v1/jobs/j1/cancel': job,
  });
  expect(await screen.findByText('No backup yet')).toBeVisible();
  const user = userEvent.setup();
  await user.click(screen.getAllByRole('button', { name: /Back up now/ }).at(-1)!);

  expect(await screen.findByText('62 % · Files 12/40')).toBeVisible();
  expect(document.title).toMatch(/^\(62 %\) /);
  await user.click(screen.getByRole('button', { name: 'Cancel Backup' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/jobs/j1/cancel'))).toBe(true));
});

it('warns of damaged backups, of missing keys, and that none was ever tried', async () => {
  await show({ data: [{ ...backup, includes_keys: false }], damaged: ['2026-11-19T033000Z'] });

  expect(await screen.findByRole('alert')).toHaveTextContent('2026-11-19T033000Z');
  expect(screen.getByText(/holds no keys/)).toBeVisible();
  expect(screen.getByText(/No backup was ever restored/)).toBeVisible();
  expect(screen.getByText('Never')).toBeVisible();
});

it('says what a drill asked, what was answered and why it failed', async () => {
  await show({ drills: [drill] });

  expect(await screen.findByText('The table chunks has 3 rows and not 4.')).toBeVisible();
  await userEvent.click(screen.getByText('1 question and its answer'));
  expect(screen.getByText('How wide is a corridor? 2.4 m')).toBeVisible();
});

it('shows the commands that restore, and no button that does', async () => {
  await show({}, {}, `ops/backups?peek=${backup.name}`);

  expect(await screen.findByText(new RegExp(`middeck backup restore ${backup.name} --overwrite`))).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull();
});

it('deletes a backup after its name was typed', async () => {
  const { server } = await show({}, {
    [`DELETE /api/v1/admin/backups/${backup.name}`]: () => new Response(null, { status: 204 }),
  }, `ops/backups?peek=${backup.name}`);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'Delete' })).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), backup.name);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

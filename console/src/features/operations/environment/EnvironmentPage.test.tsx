import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { me, renderPage } from '../../../testing/render';
import type { Environment, Report } from '../types';
import { EnvironmentPage } from './EnvironmentPage';

const words = (text: string) => ({ en: text, 'zh-CN': text });
const report: Report = {
  check: 'admin', title: words('Administrator'), not_run: null,
  findings: [{ code: 'admin.first_password', severity: 'critical', sentence: words('The first password still holds.'), command: 'middeck user reset-password' }],
};
const dev: Environment = {
  environment: 'dev', public_url: 'http://127.0.0.1:7080', file: '/srv/middeck.yaml', problem: null,
  backups: [{ name: 'c1', created_at: '2026-11-20T00:00:00Z' }],
  other: {
    environment: 'prod', changes: [{ section: 'server', key: 'log_level', value: 'information' }],
    difference: [{ sign: '-', line: 2, text: '  log_level: debug' }, { sign: '+', line: 2, text: '  log_level: information' }],
    overridden: [{ key: 'server.log_level', by: 'MIDDECK_SERVER__LOG_LEVEL' }],
  },
};

const show = (answers: Record<string, Answer> = {}) => renderPage(<EnvironmentPage />, {
  route: 'ops/environment', words: ['operations'],
  answers: {
    'GET /api/v1/auth/me': { ...me, installation_admin: true },
    'GET /api/v1/admin/environment': dev,
    'GET /api/v1/system': { environment: 'dev', started_at: '2026-11-20T00:00:00Z' },
    ...answers,
  },
});

it('shows what differs, and what an environment variable holds fast', async () => {
  await show();

  const row = (await screen.findByRole('rowheader', { name: 'server.log_level' })).closest('tr')!;
  expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['debug', 'information']);
  expect(screen.getByText(/MIDDECK_SERVER__LOG_LEVEL/)).toBeVisible();
  expect(screen.getByText('middeck env restore c1')).toBeVisible();
});

it('refuses production on what is critical, and goes there only when that is named and ignored', async () => {
  let isProd = false;
  const sent: { force: boolean }[] = [];
  await show({
    'GET /api/v1/admin/environment': () => Response.json(isProd ? { ...dev, environment: 'prod', other: null } : dev),
    'POST /api/v1/admin/environment': async (request) => {
      const body = await request.json();
      sent.push(body);
      if (!body.force) return problem(409, 'operations.not_ready', 'Not ready.', { reports: [report] });
      isProd = true;
      return Response.json({ environment: 'prod', backup: 'c2', restart_needed: true });
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Switch to prod' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: 'Switch to prod' })).toBeDisabled();
  await user.type(within(dialog).getByLabelText(/Type/), 'prod');
  await user.type(within(dialog).getByLabelText(/reach it/), 'ai.example.com');
  await user.click(within(dialog).getByRole('button', { name: 'Switch to prod' }));

  expect(await within(dialog).findByText('middeck user reset-password')).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Switch anyway' })).toBeDisabled();
  await user.click(within(dialog).getByRole('checkbox'));
  await user.click(within(dialog).getByRole('button', { name: 'Switch anyway' }));

  expect(await screen.findByText(/prod is set/)).toHaveTextContent('c2');
  expect(screen.getByRole('button', { name: 'Restart the platform' })).toBeVisible();
  expect(sent).toEqual([
    { environment: 'prod', public_host: 'ai.example.com', force: false }, { environment: 'prod', public_host: 'ai.example.com', force: true },
  ]);
});

it('runs the readiness check before anything is switched', async () => {
  await show({ 'POST /api/v1/admin/environment/readiness': { ready: false, reports: [report] } });
  await userEvent.click(await screen.findByRole('button', { name: 'Check now' }));

  expect(await screen.findByText('The first password still holds.')).toBeVisible();
  expect(screen.getByText(/not ready for prod/)).toBeVisible();
});

it('offers the restart also later, as long as another environment runs than the file says', async () => {
  let runs = { environment: 'prod', started_at: '2026-11-20T00:00:00Z' };
  await show({
    'GET /api/v1/system': () => Response.json(runs),
    'GET /health': { status: 'ok' },
    'POST /api/v1/admin/services/platform/restart': () => {
      runs = { environment: 'dev', started_at: '2026-11-21T00:00:00Z' };
      return Response.json({}, { status: 202 });
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Restart the platform' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Restart' }));

  expect(await screen.findByText('The platform is back')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Restart the platform' })).toBeNull());
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { me, renderPage } from '../../../testing/render';
import type { Service, ServiceList } from '../types';
import { ServicesPage } from './ServicesPage';

const service = (name: string, more: Partial<Service> = {}): Service => ({
  name, kind: 'process', description: `The ${name}`, state: 'running', health: 'healthy', health_problem: null, pid: 7, ports: [9000],
  address: null, cpu_percent: 12.4, memory_bytes: 1024 * 1024, connections: 2, started_at: '2026-11-20T00:00:00Z', restarts: 0,
  last_exit_code: null, last_words: null, limits_by: null, depends_on: [], required_by: [], acts: ['restart', 'stop'], ...more,
});
const platform = service('platform', { kind: 'built_in', acts: ['restart'], required_by: ['web'] });
const broken = service('ollama', {
  state: 'failed', health: 'unknown', restarts: 5, acts: ['start'], last_words: 'bind: address already in use', depends_on: ['platform'],
});

const show = (data: Service[], list: Partial<ServiceList> = {}, answers: Record<string, Answer> = {}, path = 'ops/services', admin = true) =>
  renderPage(<ServicesPage />, {
    route: 'ops/services', path, words: ['operations'],
    answers: {
      'GET /api/v1/auth/me': { ...me, installation_admin: admin },
      'GET /api/v1/admin/services': { supervised: true, home: '/srv/middeck', url: null, catalogue_problem: null, data, ...list },
      ...answers,
    },
  });
const rowOf = async (name: string) => (await screen.findByText(name, { selector: 'strong' })).closest('tr')!;
const bodies = (calls: Request[], end: string) => Promise.all(calls.filter(({ url }) => url.endsWith(end)).map((call) => call.json()));

it('says in words how a service is, and why', async () => {
  await show([broken, service('grafana', { health: 'unhealthy', health_problem: 'No answer within 5 s.' })]);

  expect(within(await rowOf('ollama')).getByText('Crash loop, given up')).toBeVisible();
  expect(within(await rowOf('grafana')).getByText('No answer within 5 s.')).toBeVisible();
});

it('names who needs a service before all of them are stopped', async () => {
  let refused = false;
  const { server } = await show([service('web')], {}, {
    'POST /api/v1/admin/services/web/stop': () => {
      if (refused) return Response.json(service('web', { state: 'stopped' }), { status: 202 });
      refused = true;
      return problem(409, 'operations.needed_by', 'Others need it.', { services: ['grafana', 'dify'] });
    },
  });
  const user = userEvent.setup();
  await user.click(within(await rowOf('web')).getByRole('button', { name: 'Stop web' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Stop' }));

  expect(await within(dialog).findByText(/grafana, dify/)).toBeVisible();
  await user.click(await within(dialog).findByRole('button', { name: 'Stop all 3' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await bodies(server.calls, '/web/stop')).toEqual([{ with_dependents: false }, { with_dependents: true }]);
});

it('waits for the platform to come back as another process', async () => {
  let started = '2026-11-20T00:00:00Z';
  await show([platform], {}, {
    'GET /api/v1/system': () => Response.json({ started_at: started }),
    'GET /health': { status: 'ok' },
    'POST /api/v1/admin/services/platform/restart': () => {
      started = '2026-11-21T00:00:00Z';
      throw new TypeError('The connection was closed.');
    },
  });
  const user = userEvent.setup();
  await user.click(within(await rowOf('platform')).getByRole('button', { name: 'Restart platform' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Restart' }));

  expect(await screen.findByText('The platform is back')).toBeVisible();
  await waitFor(() => expect(screen.queryByText(/platform is restarting/)).toBeNull());
});

it('shows beside the list what a service wrote last, and walks along what it needs', async () => {
  await show([broken, platform], {}, {
    'GET /api/v1/admin/services/ollama/log': { lines: ['19:41:07 ERROR listen tcp :11434'], command: null },
    'GET /api/v1/admin/services/platform/log': { lines: [], command: 'journalctl -u middeck' },
  }, 'ops/services?peek=ollama');

  expect(await screen.findByText('bind: address already in use')).toBeVisible();
  expect(await screen.findByText('ERROR', { selector: '[data-level=error]' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'platform' }));

  expect(await screen.findByText('journalctl -u middeck')).toBeVisible();
});

it('lists what the doctor found, critical first, with the command that repairs it', async () => {
  const words = (text: string) => ({ en: text, 'zh-CN': text });
  await show([platform], {}, {
    'POST /api/v1/admin/doctor': {
      reports: [
        { check: 'clock', title: words('Clock'), not_run: null, findings: [] },
        {
          check: 'drill', title: words('Drill'), not_run: null,
          findings: [{ code: 'drill.old', severity: 'warning', sentence: words('41 days ago.'), command: 'middeck drill' }],
        },
        { check: 'admin', title: words('Admin'), not_run: null, findings: [{ code: 'admin.first', severity: 'critical', sentence: words('First password.'), command: null }] },
        { check: 'gpu', title: words('GPU'), not_run: words('There is none.'), findings: [] },
      ],
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Doctor' }));

  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('1 passed · 1 critical · 1 warnings')).toBeVisible();
  expect(within(drawer).getAllByRole('listitem').map((item) => item.querySelector('strong')?.textContent)).toEqual(['Admin', 'Drill', 'GPU', undefined]);
  expect(within(drawer).getByText('middeck drill')).toBeVisible();
});

it('offers no acts where another manager runs the services, and tells a broken catalogue', async () => {
  await show([{ ...platform, acts: [] }], { supervised: false, catalogue_problem: { en: 'services.yaml:12: no such kind.', 'zh-CN': '-' } });

  expect(await screen.findByText(/Another manager/)).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('services.yaml:12: no such kind.');
  expect(screen.queryByRole('button', { name: /Restart/ })).toBeNull();
});

it('is closed to those who do not operate the installation, and asks for nothing', async () => {
  const { server } = await show([], {}, {}, 'ops/services', false);

  expect(await screen.findByText(/installation\.operate/)).toBeVisible();
  expect(server.calls.some(({ url }) => url.includes('/admin/'))).toBe(false);
});

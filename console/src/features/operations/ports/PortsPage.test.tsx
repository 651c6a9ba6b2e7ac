import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { me, renderPage } from '../../../testing/render';
import type { Port } from '../types';
import { PortsPage } from './PortsPage';

const port: Port = {
  service: 'platform', name: 'http', number: 7080, protocol: 'tcp', address: '127.0.0.1', purpose: 'API and console', layer: 'entry',
  state: 'in_use', owner: { pid: 10, command: 'middeck serve', user: 'middeck' }, file_line: '', proposal: null,
};
const taken: Port = {
  ...port, service: 'ollama', name: 'api', number: 11_434, purpose: 'Models', layer: 'model', state: 'conflict',
  owner: { pid: 2214, command: 'ollama serve', user: 'root' }, file_line: 'services.yaml:12', proposal: 11_435,
};

const show = (answers: Record<string, Answer> = {}, path = 'ops/ports') => renderPage(<PortsPage />, {
  route: 'ops/ports', path, words: ['operations'],
  answers: {
    'GET /api/v1/auth/me': { ...me, installation_admin: true },
    'GET /api/v1/admin/ports': { data: [port, taken] },
    ...answers,
  },
});

it('shows the conflicts first, with who holds the port', async () => {
  await show();

  const headings = await screen.findAllByRole('heading', { level: 2 });
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Conflicts 1', 'Entry 1']);
  const row = screen.getByText('11434').closest('tr')!;
  expect(within(row).getByText('Taken by others')).toBeVisible();
  expect(within(row).getByText('pid 2214 · root')).toBeVisible();
});

it('writes the free number after a question and says when it holds', async () => {
  const { server } = await show({
    'PUT /api/v1/admin/ports/ollama/api': () => Response.json({ ...taken, number: 11_435, state: 'free', proposal: null }),
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Use 11435' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent(/ollama serve.*2214.*root/);
  await user.click(within(dialog).getByRole('button', { name: 'Use 11435' }));

  expect(await screen.findByText(/written to services.yaml:12/)).toHaveTextContent('next start of ollama');
  await expect(server.calls.find(({ method }) => method === 'PUT')!.json()).resolves.toEqual({ number: 11_435 });
});

it('says what to write when the number cannot be written', async () => {
  await show({
    'PUT /api/v1/admin/ports/ollama/api': () => problem(409, 'operations.not_recorded', 'Not written.', {
      sentence: { en: 'Write ports: 11435 into services.yaml.', 'zh-CN': '-' },
    }),
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Use 11435' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Use 11435' }));

  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Write ports: 11435 into services.yaml.');
});

it('finds a port by who holds it', async () => {
  await show({}, 'ops/ports?q=2214');

  expect(await screen.findByText('11434')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('7080')).toBeNull());
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, showEditor } from '../editor/testing';

const versions = page(
  { id: 'v4', version: 4, name: 'Sources', note: null, created_by: null, created_at: '2026-11-20T09:00:00Z' },
  { id: 'v3', version: 3, name: null, note: null, created_by: null, created_at: '2026-11-19T09:00:00Z' },
);
const menu = async (version: number, act: string) => {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for “v${version}”` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: act }));
};

it('compares any two versions place by place', async () => {
  const { server } = await showEditor({
    path: 'apps/a1/versions',
    answers: {
      'GET /api/v1/apps/a1/versions': versions,
      'GET /api/v1/apps/a1/diff': [
        { path: 'model.completion_params.temperature', kind: 'changed', before: 0.2, after: 0.7 },
        { path: 'pre_prompt', kind: 'changed', before: 'Say it.', after: 'Say it. Cite.' },
      ],
    },
  });
  await menu(3, 'Compare');
  expect(await screen.findByText('completion_params.temperature')).toBeInTheDocument();
  expect(screen.getByText('Cite.', { selector: 'ins', exact: false })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('combobox', { name: 'To' }));
  await userEvent.click(await screen.findByText('v4 · Sources', { selector: '.ant-select-item-option-content' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/diff?from=3&to=4'))).toBe(true));
});

it('names a version afterwards', async () => {
  const { server } = await showEditor({
    path: 'apps/a1/versions',
    answers: { 'GET /api/v1/apps/a1/versions': versions, 'PATCH /api/v1/apps/a1/versions/3': {} },
  });
  await menu(3, 'Name and note');
  await userEvent.type(await screen.findByRole('textbox', { name: /Version name/ }), 'First');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'PATCH')).toBe(true));
  expect(await server.calls.find(({ method }) => method === 'PATCH')!.json()).toEqual({ name: 'First', note: '' });
});

it('makes an old version live again, once somebody has said so', async () => {
  const { server } = await showEditor({
    path: 'apps/a1/versions',
    answers: { 'GET /api/v1/apps/a1/versions': versions, 'POST /api/v1/apps/a1/rollback': { version: 5, published_at: '' } },
  });
  await menu(3, 'Make it live again');
  expect(await screen.findByText(/It is published as v5/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Make it live again' }));

  expect(await screen.findByText('v3 is live again as v5')).toBeInTheDocument();
  expect(await server.calls.find(({ url }) => url.endsWith('/rollback'))!.json()).toEqual({ version: 3 });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeIndexedDb } from '../../../testing/fakeIndexedDb';
import { problem } from '../../../testing/fakeServer';
import { keptDrafts } from '../../apps/draft/keptDrafts';
import { config, lastGraph, ready, showFlow } from './testing';

const key = (name: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

it('keeps what could not be saved, without secrets, and gives it back after a reload', async () => {
  const held = fakeIndexedDb();
  const secret = { name: 'KEY', value_type: 'secret', value: '●●' };
  const { unmount } = await showFlow({
    stored: { ...config, environment_variables: [secret] }, answers: { 'PUT /api/v1/apps/a1/draft': () => problem(503, 'unavailable', 'Down.') },
  });
  await ready();
  key('n');
  await waitFor(() => expect(held.get('u1 a1')).toMatchObject({ revision: 5, config: { graph: { nodes: [{}, {}, {}, { type: 'custom-note' }] } } }), { timeout: 4000 });
  unmount();

  const { server } = await showFlow({ stored: { ...config, environment_variables: [secret] } });
  await userEvent.click(await screen.findByRole('button', { name: 'Restore them' }));
  await waitFor(async () => expect((await lastGraph(server.calls)).nodes).toHaveLength(4));
  await waitFor(() => expect(held.size).toBe(0));
});

it('never writes a secret that was typed', async () => {
  const held = fakeIndexedDb();
  const variables = (value: string) => ({ environment_variables: [{ name: 'KEY', value_type: 'secret', value }] });
  await keptDrafts.write('x', { config: variables('typed'), base: variables('●●'), revision: 1, at: 0 });
  expect(JSON.stringify([...held.values()])).not.toContain('typed');
});

it('offers what was left until somebody decides, also against a draft that has moved on', async () => {
  const held = fakeIndexedDb();
  const mine = { ...config, graph: { ...config.graph, nodes: config.graph.nodes.slice(0, 2), edges: [] } };
  held.set('u1 a1', { config: mine, base: config, revision: 4, at: Date.now() });
  await showFlow({ answers: {
    'PUT /api/v1/apps/a1/draft': async (request) => ((await request.json()).revision === 4
      ? problem(409, 'apps.draft_conflict', 'x', { current_revision: 5, current: { config } })
      : Response.json({ revision: 6, config, updated_at: '' })),
  } });
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(held.size).toBe(0));
  await userEvent.click(within(screen.getByText('The unsaved changes were discarded').parentElement!).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(held.size).toBe(1));

  await userEvent.click(screen.getByRole('button', { name: 'Restore them' }));
  expect(await screen.findByRole('button', { name: 'Compare' })).toBeVisible();
  await waitFor(() => expect([...held.keys()]).toEqual(['u1 a1']));
});

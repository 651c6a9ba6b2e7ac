import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chunkOf, path, sentTo, showDocument } from './testing';
import type { ChildChunk } from './types';

const children = `${path}/chunks/c1/children`;
const childOf = (position: number, content: string, rest: Partial<ChildChunk> = {}): ChildChunk => ({
  id: `k${position}`, chunk_id: 'c1', kind: 'child', position, content, word_count: content.length, edited: false,
  created_at: '2026-11-20T00:00:00Z', updated_at: '2026-11-20T00:00:00Z', ...rest,
});
const parent = chunkOf(1, 'A parent. With two.', { child_count: 2 });
const show = (answers = {}) => showDocument({
  rows: [parent], answers: { [`GET ${children}`]: [childOf(1, 'A child.'), childOf(2, 'What is it?', { kind: 'question' })], ...answers },
});
const unfold = async () => userEvent.click(await screen.findByRole('button', { name: '2 child chunks' }));

it('shows what leads to a chunk when somebody looks', async () => {
  const { server } = await show();
  await screen.findByText('A parent. With two.', { selector: '.md-chunk-text' });
  expect(server.calls.some(({ url }) => url.endsWith('/children'))).toBe(false);

  await unfold();

  expect(await screen.findByText('A child.')).toBeVisible();
  expect(screen.getByText('Question 2')).toBeVisible();
});

it('edits a child', async () => {
  const { server } = await show({ [`PATCH ${children}/k1`]: childOf(1, 'A better child.') });
  await unfold();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Child chunk 1' }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Text' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'A better child.{Control>}{Enter}{/Control}');

  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull());
  expect(await sentTo(server.calls, 'PATCH', `${children}/k1`)).toEqual({ content: 'A better child.' });
});

it('adds a child', async () => {
  const { server } = await show({ [`POST ${children}`]: childOf(3, 'A third.') });
  await userEvent.click(await screen.findByRole('button', { name: 'Acts on chunk 1' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Add a child chunk' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Text' }), 'A third.{Control>}{Enter}{/Control}');

  expect(await screen.findByText('A child.')).toBeVisible();
  expect(await sentTo(server.calls, 'POST', children)).toEqual({ content: 'A third.' });
});

it('asks before a child is deleted', async () => {
  const { server } = await show({ [`DELETE ${children}/k1`]: () => new Response(null, { status: 204 }) });
  await unfold();
  await userEvent.click(await screen.findByRole('button', { name: 'Delete: Child chunk 1' }));
  await screen.findByText('Delete Child chunk 1?');

  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('leaves the children as they are when told so', async () => {
  const { server } = await show({ [`PATCH ${path}/chunks/c1`]: chunkOf(1, 'A parent.', { child_count: 2 }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Edit chunk 1' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Text' }), '!');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Make the child chunks again from the new text' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull());
  expect(await sentTo(server.calls, 'PATCH', `${path}/chunks/c1`)).toMatchObject({ regenerate_children: false });
});

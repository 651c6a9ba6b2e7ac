import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../../testing/fakeServer';
import { atWorkspace } from '../testing';
import { chunkOf, chunks, path, sentTo, showDocument } from './testing';

const row = (id: string) => document.querySelector<HTMLElement>(`[data-chunk-row="${id}"]`)!;
const texts = () => [...document.querySelectorAll('[data-chunk-row] .md-chunk-words')].map((one) => one.textContent);
const positions = () => [...document.querySelectorAll('[data-chunk-row]')].map((one) => one.querySelector('.md-chunk-head .md-num > span')?.textContent);
const menu = async (position: number, item: string) => {
  await userEvent.click(await screen.findByRole('button', { name: `Acts on chunk ${position}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
};
/** Opens the editor of a chunk by the key. */
const edit = async (position: number) => {
  await userEvent.click(await screen.findByRole('button', { name: `Show chunk ${position} in the text` }));
  await userEvent.keyboard('e');
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
};
const saved = chunkOf(2, 'Two follows. Indeed.', { edited: true, updated_at: '2026-11-21T00:00:00Z' });

it('edits a chunk in place by E and saves by Ctrl Enter', async () => {
  const { server } = await showDocument({ answers: { [`PATCH ${path}/chunks/c2`]: saved } });
  await userEvent.type(await edit(2), ' Indeed.');
  expect(within(row('c2')).getByText('● Unsaved')).toBeVisible();
  expect(screen.getByText('● 1 unsaved')).toBeVisible();

  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  expect(await screen.findByText('✎ edited')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  expect(await sentTo(server.calls, 'PATCH', `${path}/chunks/c2`)).toEqual({
    content: 'Two follows. Indeed.', regenerate_children: true, expected_updated_at: chunks[1]!.updated_at,
  });
});

it('gives up by Esc and brings back what was typed', async () => {
  await showDocument();
  await userEvent.type(await edit(2), ' Indeed.');

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(await screen.findByRole('textbox', { name: 'Text' })).toHaveValue('Two follows. Indeed.');
});

it('shows what somebody else wrote meanwhile, and overwrites it only when told to', async () => {
  const later = '2026-11-21T09:00:00Z';
  const { server } = await showDocument({
    answers: {
      [`PATCH ${path}/chunks/c2`]: async (request) => ((await request.json() as { expected_updated_at: string }).expected_updated_at === later
        ? Response.json(saved)
        : problem(409, 'knowledge.chunk_changed', 'Changed.', { content: 'Two was theirs.', answer: null, updated_at: later })),
    },
  });
  await userEvent.type(await edit(2), ' Indeed.{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Two was theirs.')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Overwrite with mine' }));

  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull());
  expect(await sentTo(server.calls, 'PATCH', `${path}/chunks/c2`)).toMatchObject({ expected_updated_at: later });
});

it('takes the text of somebody else instead of the own', async () => {
  await showDocument({
    answers: {
      [`PATCH ${path}/chunks/c2`]: () => problem(409, 'knowledge.chunk_changed', 'Changed.', { content: 'Two was theirs.', answer: null, updated_at: 'x' }),
      [`GET ${path}/chunks/c2`]: chunkOf(2, 'Two was theirs.'),
    },
  });
  await userEvent.type(await edit(2), ' Indeed.{Control>}{Enter}{/Control}');
  await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));

  await waitFor(() => expect(texts()).toEqual(['One stands here.', 'Two was theirs.', 'Three ends it.']));
});

it('keeps the editor and says why when the server refuses', async () => {
  await showDocument({ answers: { [`PATCH ${path}/chunks/c2`]: () => problem(409, 'knowledge.document_busy', 'The document is being read in.') } });
  await userEvent.type(await edit(2), ' Indeed.{Control>}{Enter}{/Control}');

  expect(await screen.findByRole('alert')).toHaveTextContent('being read in');
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('Two follows. Indeed.');
});

it('splits at the caret and numbers the rest anew', async () => {
  const { server } = await showDocument({
    answers: { [`POST ${path}/chunks/c1/split`]: [chunkOf(1, 'One stands'), { ...chunkOf(2, 'here.'), id: 'new' }] },
  });
  const editor = await edit(1);
  editor.setSelectionRange(11, 11);
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
  await userEvent.click(screen.getByRole('button', { name: 'Split at the caret' }));

  await waitFor(() => expect(texts()).toEqual(['One stands', 'here.', 'Two follows.', 'Three ends it.']));
  expect(positions()).toEqual(['#1', '#2', '#3', '#4']);
  expect(await sentTo(server.calls, 'POST', `${path}/chunks/c1/split`)).toMatchObject({ offset: 11 });
});

it('merges with the next chunk and takes that back', async () => {
  const merged = chunkOf(1, 'One stands here.\nTwo follows.');
  const { server } = await showDocument({
    answers: { [`POST ${path}/chunks/c1/merge`]: merged, [`POST ${path}/chunks/c1/split`]: chunks.slice(0, 2) },
  });
  await menu(1, 'Merge with the next chunk');
  await waitFor(() => expect(texts()).toEqual(['One stands here.\nTwo follows.', 'Three ends it.']));
  expect(positions()).toEqual(['#1', '#2']);

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(texts()).toEqual(['One stands here.', 'Two follows.', 'Three ends it.']));
  expect(await sentTo(server.calls, 'POST', `${path}/chunks/c1/split`)).toMatchObject({ offset: 17 });
});

it('does not merge what has unsaved text', async () => {
  const { server } = await showDocument();
  await userEvent.type(await edit(2), ' Indeed.');

  await menu(1, 'Merge with the next chunk');

  expect(await screen.findByText('Save or give up the edit of these chunks first')).toBeVisible();
  expect(server.calls.some(({ method }) => method === 'POST')).toBe(false);
});

it('adds a chunk below', async () => {
  const { server } = await showDocument({ answers: { [`POST ${path}/chunks`]: [{ ...chunkOf(3, 'Between.'), id: 'new' }] } });
  await menu(2, 'Add a chunk below');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Text' }), 'Between.{Control>}{Enter}{/Control}');

  await waitFor(() => expect(texts()).toEqual(['One stands here.', 'Two follows.', 'Between.', 'Three ends it.']));
  expect(await sentTo(server.calls, 'POST', `${path}/chunks`)).toEqual({ after: 2, chunks: [{ content: 'Between.', keywords: [] }] });
});

it('asks before a chunk is deleted', async () => {
  const { server } = await showDocument({ answers: { [`POST ${path}/chunks/batch`]: { changed: 1, missing: [] } } });
  await menu(2, 'Delete');
  await screen.findByText('Delete chunk 2?');

  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(texts()).toEqual(['One stands here.', 'Three ends it.']));
  expect(positions()).toEqual(['#1', '#2']);
  expect(await sentTo(server.calls, 'POST', `${path}/chunks/batch`)).toEqual({ action: 'delete', ids: ['c2'] });
});

it('switches several chunks off together', async () => {
  const { server } = await showDocument({ answers: { [`POST ${path}/chunks/batch`]: { changed: 2, missing: [] } } });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select chunk 1' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select chunk 3' }));
  await userEvent.click(screen.getByRole('button', { name: 'Switch off' }));

  await waitFor(() => expect(screen.getByRole('switch', { name: 'Use chunk 3' })).not.toBeChecked());
  expect(screen.getByRole('switch', { name: 'Use chunk 2' })).toBeChecked();
  expect(await sentTo(server.calls, 'POST', `${path}/chunks/batch`)).toEqual({ action: 'disable', ids: ['c1', 'c3'] });
});

it('switches a chunk back on when the server refuses to switch it off', async () => {
  await showDocument({ answers: { [`PATCH ${path}/chunks/c2`]: () => problem(409, 'knowledge.document_archived', 'It is archived.') } });

  await userEvent.click(await screen.findByRole('switch', { name: 'Use chunk 2' }));

  expect(await screen.findByText(/^The document is archived/)).toBeVisible();
  expect(screen.getByRole('switch', { name: 'Use chunk 2' })).toBeChecked();
});

it('asks before unsaved text is left', async () => {
  const { router } = await showDocument();
  await userEvent.type(await edit(2), ' Indeed.');

  void router.navigate(`${atWorkspace}/elsewhere`);
  await userEvent.click(await screen.findByRole('button', { name: 'Keep editing' }));
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('Two follows. Indeed.');

  void router.navigate(`${atWorkspace}/elsewhere`);
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(await screen.findByText('elsewhere')).toBeVisible();
});

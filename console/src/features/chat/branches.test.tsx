import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../testing/fakeServer';
import { fakeStream } from '../../testing/fakeStream';
import { at, end, kept, page, show } from './testing';

const second = { ...kept, id: 'm3', parent_id: 'm1', siblings: ['m3'], query: 'And heat detectors?', answer: 'Ten metres.', citations: [] };
const both = { 'GET /api/v1/conversations/c1/messages': page(kept, second) };

it('answers a question once more beside the first answer, and goes back to that', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/c1', {
    ...both,
    'POST /api/v1/apps/a1/messages/m3/regenerate': () => stream.response(),
    'PUT /api/v1/conversations/c1/current': { message_id: 'm3' },
  });
  await userEvent.click((await screen.findAllByRole('button', { name: 'Answer again' }))[1]!);
  stream.send({ event: 'message_start', ...at, parent_id: 'm1', citations: [] });
  expect(screen.queryByText('Ten metres.')).toBeNull();
  expect(screen.getByText('How far apart?')).toBeVisible();
  stream.send({ event: 'message', ...at, answer: 'Twelve metres.' });
  stream.send(end);

  expect(await screen.findByText('Twelve metres.')).toBeVisible();
  expect(screen.getByText('And heat detectors?')).toBeVisible();
  expect(await screen.findByLabelText('2 of 2')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Previous one' }));
  expect(await screen.findByText('Ten metres.')).toBeVisible();
  expect(await server.calls.find(({ method }) => method === 'PUT')!.json()).toEqual({ message_id: 'm3' });
});

it('asks an earlier question differently, which begins a branch there', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/c1', { ...both, 'POST /api/v1/apps/a1/chat': () => stream.response() });
  await userEvent.click((await screen.findAllByRole('button', { name: 'Edit the question' }))[0]!);
  const editor = await screen.findByRole('textbox', { name: 'Edit the question' });
  await userEvent.clear(editor);
  await userEvent.type(editor, 'How far from the wall?{Enter}');
  stream.send({ event: 'message_start', ...at, parent_id: null, citations: [] });
  stream.send({ event: 'message', ...at, answer: 'Half of it.' });
  stream.send(end);

  expect(await screen.findByText('Half of it.')).toBeVisible();
  expect(screen.queryByText('And heat detectors?')).toBeNull();
  expect(await screen.findByLabelText('2 of 2')).toBeVisible();
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toMatchObject({
    query: 'How far from the wall?', conversation_id: 'c1', parent_id: null,
  });
});

it('shows what was there again when a branch is refused, and keeps what was typed', async () => {
  await show('chat/c1', { ...both, 'POST /api/v1/apps/a1/chat': () => problem(409, 'apps.not_published', 'x') });
  await userEvent.click((await screen.findAllByRole('button', { name: 'Edit the question' }))[0]!);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Edit the question' }), ' Really{Enter}');

  expect(await screen.findByRole('textbox', { name: 'Edit the question' })).toHaveValue('How far apart? Really');
  expect(screen.getByText('Ten metres.')).toBeVisible();
  expect((await screen.findAllByText(/no published version/)).length).toBeGreaterThan(0);

  await userEvent.keyboard('{Escape}');
  expect(await screen.findByText('How far apart?')).toBeVisible();
});

it('says in the title that an answer is being written, as long as it is', async () => {
  const stream = fakeStream();
  await show('chat/c1', { ...both, 'POST /api/v1/apps/a1/messages/m3/regenerate': () => stream.response() });
  await userEvent.click((await screen.findAllByRole('button', { name: 'Answer again' }))[1]!);
  stream.send({ event: 'message_start', ...at, parent_id: 'm1', citations: [] });
  await waitFor(() => expect(document.title).toMatch(/^Answering · /));
  stream.send(end);

  await waitFor(() => expect(document.title).not.toMatch(/Answering/));
});

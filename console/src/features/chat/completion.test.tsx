import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../testing/fakeStream';
import { workspaceId } from '../../testing/render';
import { app, at, end, kept, page, show, start } from './testing';

const result = { ...kept, id: 'r1', conversation_id: 'c3', query: '', inputs: { text: 'old words' }, answer: 'An old result.', citations: [] };
const answers = {
  'GET /api/v1/apps/a1': { ...app, mode: 'completion' },
  'GET /api/v1/apps/a1/start': { ...start, has_knowledge: false, user_input_form: [{ paragraph: { variable: 'text', label: 'Text', required: true } }] },
  'GET /api/v1/apps/a1/results': page(result),
};
const made = { ...result, id: 'm2', conversation_id: 'c1', inputs: { text: 'new words' }, answer: 'A new result.' };

it('makes a result from a form, keeps the earlier ones and stays on the page', async () => {
  const stream = fakeStream();
  const { server, router } = await show('chat/new/a1', { ...answers, 'POST /api/v1/apps/a1/chat': () => stream.response() });
  expect(await screen.findByText('An old result.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Fill in “Text” first.');

  await userEvent.type(screen.getByLabelText('Text'), 'new words');
  await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
  stream.send({ event: 'message_start', ...at, parent_id: null, citations: [] });
  stream.send({ event: 'message', ...at, answer: 'A new ' });
  expect(await screen.findByText('A new')).toBeVisible();
  server.answers['GET /api/v1/apps/a1/results'] = page(made, result);
  stream.send({ event: 'message', ...at, answer: 'result.' });
  stream.send(end);

  expect(await screen.findByText('A new result.')).toBeVisible();
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toEqual({ query: '', inputs: { text: 'new words' }, conversation_id: null });
  expect(router.state.location.pathname).toBe(`/w/${workspaceId}/chat/new/a1`);
});

it('makes one more like an earlier one, and deletes one after a question', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/new/a1', {
    ...answers,
    'POST /api/v1/apps/a1/messages/r1/regenerate': () => stream.response(),
    'DELETE /api/v1/conversations/c3': () => new Response(null, { status: 204 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'One more like this' }));
  stream.send({ event: 'message_start', ...at, parent_id: null, citations: [] });
  stream.send({ event: 'message', ...at, answer: 'A new result.' });
  server.answers['GET /api/v1/apps/a1/results'] = page(made, result);
  stream.send(end);
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Delete this result' })).toHaveLength(2));

  server.answers['GET /api/v1/apps/a1/results'] = page(made);
  await userEvent.click(screen.getAllByRole('button', { name: 'Delete this result' })[1]!);
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByText('An old result.')).toBeNull());
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../testing/fakeStream';
import { at, end, field, kept, page, show, start } from './testing';

const noContent = () => new Response(null, { status: 204 });
const messages = (change: object) => ({ 'GET /api/v1/conversations/c1/messages': page({ ...kept, ...change }) });

it('takes a few words to a thumb, and shows them', async () => {
  const { server } = await show('chat/c1', { 'POST /api/v1/messages/m1/feedback': noContent });
  await userEvent.click(await screen.findByRole('button', { name: 'Not helpful' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /What is wrong/ }), 'It is 10 m.');
  await userEvent.click(within(screen.getByRole('textbox', { name: /What is wrong/ }).closest('form')!).getByRole('button', { name: 'Send' }));

  expect(await screen.findByText('Your feedback: It is 10 m.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Not helpful' })).toHaveAttribute('aria-pressed', 'true');
  const sent = await Promise.all(server.calls.filter(({ url }) => url.endsWith('/feedback')).map((call) => call.json()));
  expect(sent).toEqual([{ rating: 'dislike' }, { rating: 'dislike', content: 'It is 10 m.' }]);
});

it('marks an answer that people wrote, and does not miss its sources', async () => {
  await show('chat/c1', messages({ citations: [], annotation: { id: 'n1', account: { id: 'u2', name: 'Li' } } }));

  expect(await screen.findByText('Written by people: Li')).toBeVisible();
  expect(screen.queryByText(/No source was found/)).toBeNull();
});

it('says that an answer did not pass moderation, when it is replaced and when it is read again', async () => {
  const stream = fakeStream();
  await show('chat/c1', { ...messages({ moderated: true, citations: [] }), 'POST /api/v1/apps/a1/chat': () => stream.response() });
  expect(await screen.findAllByText(/did not pass moderation/)).toHaveLength(1);

  await userEvent.type(await field(), 'Worse{Enter}');
  stream.send({ event: 'message_start', ...at, parent_id: 'm1', citations: [] });
  stream.send({ event: 'message', ...at, answer: 'Forbidden words' });
  stream.send({ event: 'message_replace', ...at, answer: 'Let us talk of something else.', reason: 'output_moderation' });
  stream.send(end);

  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Copy the answer' })).toHaveLength(2));
  expect(screen.getByText('Let us talk of something else.')).toBeVisible();
  expect(screen.queryByText('Forbidden words')).toBeNull();
  expect(await screen.findAllByText(/did not pass moderation/)).toHaveLength(2);
});

it('says by its code why a kept answer failed', async () => {
  await show('chat/c1', messages({ status: 'failed', answer: '', citations: [], error: 'Quota.', error_code: 'provider_quota_exceeded' }));

  expect(await screen.findByRole('alert')).toHaveTextContent("The model's quota is used up.");
});

it('suggests what could be asked next, and asks it', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/c1', {
    'GET /api/v1/apps/a1/start': { ...start, suggests_questions: true },
    'GET /api/v1/messages/m1/suggested': { data: ['And in corridors?'] },
    'POST /api/v1/apps/a1/chat': () => stream.response(),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'And in corridors?' }));

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'POST')).toBe(true));
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toMatchObject({ query: 'And in corridors?', parent_id: 'm1' });
  expect(screen.queryByRole('button', { name: 'And in corridors?' })).toBeNull();
});

it('goes over to what another tab has asked', async () => {
  const { server } = await show('chat/c1');
  await screen.findByText('How far apart?');
  server.answers['GET /api/v1/conversations/c1/messages'] = page(kept, { ...kept, id: 'm4', parent_id: 'm1', query: 'From another tab', citations: [] });

  new BroadcastChannel('middeck.chat').postMessage({ scope: server.calls[0]!.headers.get('X-Workspace-Id'), conversation: 'c1' });

  expect(await screen.findByText('From another tab')).toBeVisible();
});

it('has a form filled in where the answer waits for a person, and goes on', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/c1', {
    'POST /api/v1/apps/a1/chat': () => stream.response(), 'POST /api/v1/apps/a1/workflow-runs/r1/forms/f1': noContent,
  });
  await userEvent.type(await field(), 'May I?{Enter}');
  stream.send({ event: 'message_start', ...at, parent_id: 'm1', citations: [] });
  stream.send({ event: 'human_input_required', workflow_run_id: 'r1', data: {
    form_id: 'f1', node_id: '2', node_title: 'Check', form_content: 'Is **this** right?\n\n{{#$output.note#}}',
    inputs: [{ type: 'paragraph', output_variable_name: 'note' }], actions: [{ id: 'yes', title: 'It is' }],
  } });
  const form = await screen.findByRole('region', { name: 'Check' });
  expect(screen.getByText('Waits for a person to answer')).toBeVisible();
  await userEvent.type(within(form).getByLabelText(/note/), 'fine');
  await userEvent.click(within(form).getByRole('button', { name: 'It is' }));

  await waitFor(() => expect(screen.queryByRole('region', { name: 'Check' })).toBeNull());
  expect(await server.calls.find(({ url }) => url.endsWith('/forms/f1'))!.json()).toEqual({ action: 'yes', inputs: { note: 'fine' } });
  stream.send({ event: 'message', ...at, answer: 'You may.' });
  stream.send(end);
  expect(await screen.findByText('You may.')).toBeVisible();
});

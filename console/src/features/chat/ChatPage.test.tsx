import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../testing/fakeServer';
import { fakeStream } from '../../testing/fakeStream';
import { workspaceId } from '../../testing/render';
import { at, citations, conversation, end, field, kept, page, show, start } from './testing';

it('starts with the published apps and the conversations of today', async () => {
  await show('chat');

  expect(await screen.findByRole('link', { name: /Fire assistant/ })).toHaveAttribute('href', `/w/${workspaceId}/chat/new/a1`);
  expect(screen.queryByText('Not ready')).toBeNull();
  expect((await screen.findAllByRole('heading', { name: 'Today' })).length).toBeGreaterThan(0);
});

it('writes an answer as it arrives, then shows its sources and its times', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/c1', { 'POST /api/v1/apps/a1/chat': () => stream.response() });
  await userEvent.type(await field(), 'And heat detectors?{Enter}');

  stream.send({ event: 'message_start', ...at, citations });
  stream.send({ event: 'message', ...at, answer: 'At most ' });
  stream.send({ event: 'message', ...at, answer: '**10 m' });
  expect(await screen.findByText('10 m', { selector: 'strong' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Stop' })).toBeVisible();

  stream.send({ event: 'message', ...at, answer: '**.[1]' });
  stream.send(end);
  stream.close();

  expect(await screen.findByText('first token 0.2 s · 1.5 s in all · 15 tokens')).toBeVisible();
  expect(screen.getByText('Answer complete')).toBeInTheDocument();
  expect(screen.getAllByRole('list', { name: 'Sources' })).toHaveLength(2);
  const asked = server.calls.find(({ method }) => method === 'POST')!;
  expect(await asked.json()).toEqual({ query: 'And heat detectors?', inputs: {}, conversation_id: 'c1', parent_id: 'm1' });
});

it('gives a new conversation its address without losing the answer', async () => {
  const stream = fakeStream();
  const { router } = await show('chat/new/a1', { 'POST /api/v1/apps/a1/chat': () => stream.response() });
  await userEvent.type(await field(), 'Hello{Enter}');
  stream.send({ event: 'message_start', ...at, conversation_id: 'c9', citations: [] });
  stream.send({ event: 'message', ...at, conversation_id: 'c9', answer: 'Good ' });

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/chat/c9`));
  stream.send({ event: 'message', ...at, conversation_id: 'c9', answer: 'morning' });
  stream.send({ ...end, conversation_id: 'c9' });

  expect(await screen.findByText('Good morning')).toBeVisible();
  expect(screen.getByText('Hello')).toBeVisible();
});

it('opens a conversation that the list has not come to', async () => {
  const older = { ...conversation, id: 'c7' };
  const { server } = await show('chat/c7', {
    'GET /api/v1/conversations': { ...page(conversation), has_more: true, next_cursor: 'n' },
    'GET /api/v1/conversations/c7': older,
    'GET /api/v1/conversations/c7/messages': page(kept),
  });

  expect(await screen.findByText('How far apart?')).toBeVisible();
  expect(server.calls.filter(({ url }) => new URL(url).pathname === '/api/v1/conversations')).toHaveLength(1);
  expect(server.calls.length).toBeLessThanOrEqual(6);
});

it('says when there is no such conversation', async () => {
  await show('chat/c8', { 'GET /api/v1/conversations/c8': () => problem(404, 'conversations.not_found', 'x') });

  expect(await screen.findByText('Not here, or not in this workspace')).toBeVisible();
});

it('names the trace of an answer that failed on our side', async () => {
  const stream = fakeStream();
  await show('chat/c1', { 'POST /api/v1/apps/a1/chat': () => stream.response() });
  await userEvent.type(await field(), 'Why?{Enter}');
  stream.send({ event: 'message_start', ...at, citations: [] });
  stream.send({ event: 'error', ...at, status: 500, code: 'internal_server_error', message: 'Broken.', trace_id: 'm2' });

  expect(await screen.findByRole('alert')).toHaveTextContent('(m2)');
});

it('does not send with the Enter that ends a composition', async () => {
  const { server } = await show('chat/c1');
  const input = await field();
  fireEvent.change(input, { target: { value: '消防' } });

  fireEvent.compositionStart(input);
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
  fireEvent.compositionEnd(input);
  fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });

  expect(input).toHaveValue('消防');
  expect(server.calls.some(({ method }) => method === 'POST')).toBe(false);
});

it('breaks the line with Shift Enter and edits the last question with the arrow up', async () => {
  await show('chat/c1');
  const input = await field();
  await screen.findByText('How far apart?');

  await userEvent.type(input, 'One{Shift>}{Enter}{/Shift}two');
  expect(input).toHaveValue('One\ntwo');
  await userEvent.clear(input);
  await userEvent.type(input, '{ArrowUp}');
  expect(await screen.findByRole('textbox', { name: 'Edit the question' })).toHaveValue('How far apart?');
});

it('stops by Esc, also before the server has named the run', async () => {
  const stream = fakeStream();
  const { server } = await show('chat/c1', {
    'POST /api/v1/apps/a1/chat': () => stream.response(),
    'POST /api/v1/apps/a1/chat/m2/stop': () => new Response(null, { status: 204 }),
  });
  await userEvent.type(await field(), 'Long{Enter}{Escape}');
  stream.send({ event: 'message_start', ...at, citations: [] });
  await waitFor(() => expect(server.calls.at(-1)!.url).toContain('/chat/m2/stop'));
  stream.send({ event: 'message', ...at, answer: 'It is' });
  stream.send(end);

  expect(await screen.findByText('Stopped')).toBeVisible();
  expect(screen.getByText('It is')).toBeVisible();
});

it('keeps what came of an answer that failed, says why and asks again', async () => {
  const streams = [fakeStream(), fakeStream()];
  const { server } = await show('chat/c1', {
    'POST /api/v1/apps/a1/chat': () => streams[0]!.response(),
    'POST /api/v1/apps/a1/messages/m2/regenerate': () => streams[1]!.response(),
  });
  await userEvent.type(await field(), 'Why?{Enter}');
  streams[0]!.send({ event: 'message_start', ...at, citations: [] });
  streams[0]!.send({ event: 'message', ...at, answer: 'Because' });
  streams[0]!.send({ event: 'error', ...at, status: 400, code: 'completion_request_error', message: 'The model hung up.' });

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('The model gave no whole answer: The model hung up.');
  expect(screen.getByText('Because')).toBeVisible();

  await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(server.calls.at(-1)!.url).toContain('/messages/m2/regenerate'));
});

it('says why a question was refused', async () => {
  await show('chat/c1', { 'POST /api/v1/apps/a1/chat': () => problem(409, 'apps.not_published', 'x') });
  await userEvent.type(await field(), 'Hello{Enter}');

  expect(await screen.findByRole('alert')).toHaveTextContent('no published version');
});

it('goes on behind the last event when the connection breaks', async () => {
  const [first, second] = [fakeStream(), fakeStream()];
  const { server } = await show('chat/c1', {
    'POST /api/v1/apps/a1/chat': () => first.response(),
    'GET /api/v1/apps/a1/chat/m2/events': () => second.response(),
  });
  await userEvent.type(await field(), 'Hello{Enter}');
  first.send({ event: 'message_start', ...at, citations: [] });
  first.send({ event: 'message', ...at, answer: 'Part one' });
  first.close();
  expect(await screen.findByText('Reconnected; going on from where it broke')).toBeVisible();
  second.send({ event: 'message', ...at, answer: ' and two' });
  second.send(end);

  expect(await screen.findByText('Part one and two')).toBeVisible();
  const resumed = server.calls.find(({ url }) => url.endsWith('/chat/m2/events'))!;
  expect(resumed.headers.get('Last-Event-ID')).toBe('2');
});

it('follows an answer that was running when the page was opened', async () => {
  const stream = fakeStream();
  await show('chat/c1', {
    'GET /api/v1/conversations/c1/messages': page({ ...kept, id: 'm2', status: 'running', answer: '' }),
    'GET /api/v1/apps/a1/chat/m2/events': () => stream.response(),
  });
  stream.send({ event: 'message_start', ...at, citations: [] });
  stream.send({ event: 'message', ...at, answer: 'Still here' });
  stream.send(end);

  expect(await screen.findByText('Still here')).toBeVisible();
  expect(await screen.findByText(/15 tokens/)).toBeVisible();
});

it('opens a passage beside the answer, walks to the next and closes', async () => {
  const text = 'Before.\nAt most 15 m apart.\nAfter.';
  await show('chat/c1', {
    'GET /api/v1/knowledge-bases/kb1/documents/d1/text': { text, offset: 0, total: 3, highlight: { start: 8, length: 19 } },
    'GET /api/v1/knowledge-bases/kb1/documents/d2/text': () => problem(404, 'knowledge.document_not_found', 'x'),
  });
  const chip = (await screen.findAllByRole('button', { name: 'Source 1: code-1.pdf' }))[0]!;

  await userEvent.click(chip);
  expect(await screen.findByText('At most 15 m apart.', { selector: 'mark' })).toBeVisible();
  expect(chip).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('link', { name: /Open in the knowledge base/ })).toHaveAttribute('href', expect.stringContaining('/knowledge/kb1'));

  await userEvent.keyboard(']');
  expect(await screen.findByText('Half of that to the wall.', { selector: 'mark' })).toBeVisible();
  expect(screen.getByText(/The document is gone/)).toBeVisible();

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('complementary', { name: '' })?.querySelector('mark')).toBeFalsy();
  expect(screen.queryByText(/The document is gone/)).toBeNull();
});

it('warns when an app with knowledge answered without a source', async () => {
  await show('chat/c1', {
    'GET /api/v1/conversations/c1/messages': page({ ...kept, citations: [], answer: 'I guess so.' }),
  });

  expect(await screen.findByText(/No source was found/)).toBeVisible();
});

it('takes a thumb back when the server refuses it', async () => {
  const { server } = await show('chat/c1', { 'POST /api/v1/messages/m1/feedback': () => problem(500, 'x', 'Broken.') });
  const thumb = await screen.findByRole('button', { name: 'Helpful' });

  await userEvent.click(thumb);

  expect((await screen.findAllByText('Broken.')).length).toBeGreaterThan(0);
  expect(thumb).toHaveAttribute('aria-pressed', 'false');
  expect(await server.calls.find(({ url }) => url.endsWith('/feedback'))!.json()).toEqual({ rating: 'like' });
});

it('renames a conversation in its place', async () => {
  const { server } = await show('chat/c1', {
    'PATCH /api/v1/conversations/c1': (request) => Response.json({ ...conversation, url: request.url }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Detectors”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }));
  const input = await screen.findByRole('textbox', { name: 'Name of the conversation' });
  await userEvent.clear(input);
  await userEvent.type(input, 'Corridors{Enter}');

  expect(await screen.findByRole('link', { name: 'Corridors' })).toBeVisible();
  await waitFor(async () => {
    const call = server.calls.find(({ method }) => method === 'PATCH');
    expect(await call!.clone().json()).toEqual({ name: 'Corridors' });
  });
});

it('asks before a conversation goes, and goes back to the start', async () => {
  const { router } = await show('chat/c1', { 'DELETE /api/v1/conversations/c1': () => new Response(null, { status: 204 }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “Detectors”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  expect(await screen.findByText(/1 question with its answer/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/chat`));
});

it('asks for what an app needs before the first question', async () => {
  const form = { ...start, user_input_form: [{ 'text-input': { variable: 'dept', label: 'Department', required: true } }] };
  const stream = fakeStream();
  const { server } = await show('chat/new/a1', {
    'GET /api/v1/apps/a1/start': form,
    'POST /api/v1/apps/a1/chat': () => stream.response(),
  });
  const department = await screen.findByLabelText('Department');
  expect(await screen.findByPlaceholderText('Fill in “Department” first.')).toBeVisible();

  await userEvent.type(department, 'HR');
  await userEvent.type(await field(), 'Hello{Enter}');

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'POST')).toBe(true));
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toMatchObject({ inputs: { dept: 'HR' } });
});

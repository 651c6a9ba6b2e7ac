import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../testing/fakeServer';
import { fakeStream } from '../../testing/fakeStream';
import { app, show, start } from './testing';

const at = { task_id: 'm1', message_id: 'm1', conversation_id: 'c1' };
const call = {
  id: 'k1', tool: 'eval_expression', label: { 'zh-CN': '计算器', en: 'Calculator' }, icon: '🧮', input: { expression: '6*7' },
  status: 'waiting', output: null, duration: null, files: [],
};
const step = { id: 's1', position: 1, thought: 'Let me calculate.', calls: [call], answer_end: 17, duration: null };
const question = {
  event: 'tool_confirmation', ...at, id: 'q1', step_id: 's1', call_id: 'k1', tool: call.tool, label: call.label, icon: call.icon,
  input: call.input, status: 'waiting', reason: null, expires_at: '2026-11-21T09:10:00Z',
};
const end = {
  event: 'message_end', ...at, id: 'm1',
  metadata: { usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, latency: 4.2, time_to_first_token: 0.2 } },
};
const path = '/api/v1/apps/a1/chat/m1/confirmations/q1';

async function ask(answers = {}) {
  const stream = fakeStream();
  const { server } = await show('chat/new/a1', {
    'GET /api/v1/apps/a1': { ...app, mode: 'agent-chat' }, 'GET /api/v1/apps/a1/start': { ...start, has_knowledge: false },
    'POST /api/v1/apps/a1/chat': () => stream.response(), ...answers,
  });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Question' }), 'How much?{Enter}');
  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/chat'))).toBe(true));
  stream.send({ event: 'message_start', ...at, citations: [] });
  return { stream, server };
}

it('asks before a tool is called, and folds the steps when the answer is there', async () => {
  const { stream, server } = await ask({ [`POST ${path}`]: { status: 'allowed' } });
  stream.send({ event: 'agent_message', ...at, answer: 'Let me calculate.' });
  stream.send({ event: 'agent_thought', ...at, id: 's1', step });
  stream.send(question);
  await userEvent.click(await screen.findByRole('checkbox', { name: /Do not ask again/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Allow' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith(path))).toBe(true));
  expect(await server.calls.find(({ url }) => url.endsWith(path))!.json()).toEqual({ allow: true, always: true });
  stream.send({ ...question, status: 'allowed' });
  stream.send({
    event: 'agent_thought', ...at, id: 's1',
    step: { ...step, duration: 4.2, calls: [{ ...call, status: 'succeeded', output: '42', duration: 0.3 }] },
  });
  expect(await screen.findByRole('button', { name: /Calculator.*6\*7.*Done/ })).toBeVisible();
  stream.send({ event: 'agent_message', ...at, answer: '\n\nIt is 42.' });
  stream.send(end);

  const trail = await screen.findByRole('button', { name: /Used 1 step · 4.2 s/ });
  expect(screen.getByText('It is 42.')).toBeVisible();
  expect(screen.queryByText('Let me calculate.')).toBeNull();
  await userEvent.click(trail);
  expect(screen.getByText('Let me calculate.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /Calculator/ }));
  expect(screen.getByText('42')).toBeVisible();
});

it('asks also where no steps are shown', async () => {
  const { stream, server } = await ask({ [`POST ${path}`]: { status: 'allowed' } });
  stream.send(question);
  await userEvent.click(await screen.findByRole('button', { name: 'Allow' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith(path))).toBe(true));
  stream.send({ ...question, status: 'allowed' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow' })).not.toBeInTheDocument());
});

it('refuses with a reason, and says when it is too late', async () => {
  const { stream, server } = await ask({
    [`POST ${path}`]: () => problem(409, 'agents.confirmation_closed', 'The time for an answer is over.'),
  });
  stream.send({ event: 'agent_thought', ...at, id: 's1', step });
  stream.send(question);
  await userEvent.type(await screen.findByRole('textbox', { name: /When you refuse/ }), 'too dear');
  await userEvent.click(screen.getByRole('button', { name: 'Refuse' }));

  expect(await screen.findByText(/cannot be answered any more/)).toBeVisible();
  expect(await server.calls.find(({ url }) => url.endsWith(path))!.json()).toEqual({ allow: false, reason: 'too dear' });
});

it('leaves steps open in which a tool failed, and shows what tools made', async () => {
  const { stream } = await ask();
  stream.send({
    event: 'agent_thought', ...at, id: 's1',
    step: { ...step, thought: '', answer_end: 0, duration: 1, calls: [{ ...call, status: 'failed', output: 'It divides by zero.', duration: 1 }] },
  });
  stream.send({
    event: 'message_file', ...at, id: 'f1', type: 'image', belongs_to: 'assistant', url: '/files/apps/f1?sig=1',
    file: { id: 'f1', name: 'Sales.svg', mime_type: 'image/svg+xml', kind: 'image', url: '/files/apps/f1?sig=1' },
  });
  stream.send({ event: 'agent_message', ...at, answer: 'I could not.' });
  stream.send(end);

  expect(await screen.findByText('I could not.')).toBeVisible();
  expect(await screen.findByText('It divides by zero.')).toBeVisible();
  expect(screen.getByRole('img', { name: 'Sales.svg' })).toHaveAttribute('src', '/files/apps/f1?sig=1');
});

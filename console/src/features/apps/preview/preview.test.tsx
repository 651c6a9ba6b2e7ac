import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../../testing/fakeStream';
import { showEditor } from '../editor/testing';

const usage = { total_tokens: 40, total_price: '0.5', currency: 'CNY', latency: 2, time_to_first_token: 0.25 };
const isChat = ({ method, url }: Request) => method === 'POST' && url.endsWith('/chat');

it('asks two models the same question, each in a conversation of its own, and tells what each took', async () => {
  const streams = [fakeStream(), fakeStream(), fakeStream(), fakeStream()];
  let asked = 0;
  const { server } = await showEditor({
    config: { model: { provider: 'builtin', name: 'extractive', completion_params: { temperature: 0.1 } } },
    answers: { 'POST /api/v1/apps/a1/chat': () => streams[asked++]!.response() },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Compare models' }));
  const second = within(await screen.findByRole('region', { name: 'Model 2' }));
  await userEvent.click(second.getByRole('combobox'));
  await userEvent.click(await screen.findByText('acme/large', { selector: '.ant-select-item-option-content' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Question' }), 'How far?{Enter}');
  await waitFor(() => expect(server.calls.filter(isChat)).toHaveLength(2));

  const bodies = await Promise.all(server.calls.filter(isChat).map((call) => call.json()));
  expect(bodies[0]).toMatchObject({ query: 'How far?', draft: true, conversation_id: null });
  expect(bodies[0].model).toBeUndefined();
  expect(bodies[1].model).toMatchObject({ provider: 'acme', name: 'large', completion_params: { temperature: 0.1 } });

  for (const [at, words] of ['15 m', '16 m'].entries()) {
    const where = { message_id: `m${at}`, conversation_id: `c${at}`, task_id: `m${at}` };
    streams[at]!.send({ event: 'message_start', ...where, citations: [] });
    streams[at]!.send({ event: 'message', ...where, answer: words });
    streams[at]!.send({ event: 'message_end', ...where, metadata: { model: 'x/y', usage } });
  }
  expect(await second.findByText('16 m')).toBeVisible();
  expect(second.getByText('0.25 s')).toBeVisible();
  expect(second.getByText('40')).toBeVisible();
  expect(second.getByText('¥0.50')).toBeVisible();

  await userEvent.type(screen.getByRole('textbox', { name: 'Question' }), 'And up?{Enter}');
  await waitFor(() => expect(server.calls.filter(isChat)).toHaveLength(4));
  const next = await Promise.all(server.calls.filter(isChat).slice(2).map((call) => call.json()));
  expect(next.map((body) => body.conversation_id)).toEqual(['c0', 'c1']);
});

it('fills in the form of a text generator and shows what comes of it', async () => {
  const stream = fakeStream();
  const { server } = await showEditor({
    mode: 'completion',
    config: { pre_prompt: '{{article}}', user_input_form: [{ paragraph: { variable: 'article', label: 'Article', required: true } }] },
    answers: { 'POST /api/v1/apps/a1/chat': () => stream.response() },
  });
  expect(await screen.findByRole('button', { name: 'Run' })).toBeDisabled();
  await userEvent.type(await screen.findByRole('textbox', { name: 'Article' }), 'Long text');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(server.calls.some(isChat)).toBe(true));
  expect(await server.calls.find(isChat)!.json()).toMatchObject({ inputs: { article: 'Long text' }, draft: true });

  const where = { message_id: 'm', conversation_id: 'c', task_id: 'm' };
  stream.send({ event: 'message_start', ...where, citations: [] });
  stream.send({ event: 'message', ...where, answer: 'Short.' });
  stream.send({ event: 'message_end', ...where, metadata: { model: 'x/y', usage } });
  expect(await screen.findByText('Short.')).toBeVisible();
  expect(screen.queryByText('Opening and suggested questions')).toBeNull();
});

it('says in the column of a model why it did not answer', async () => {
  const stream = fakeStream();
  await showEditor({ answers: { 'POST /api/v1/apps/a1/chat': () => stream.response() } });
  await userEvent.click(await screen.findByRole('button', { name: 'Compare models' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Question' }), 'x{Enter}');
  stream.send({ event: 'error', status: 502, code: 'models.upstream_timeout', message: 'slow', trace_id: 't1' });

  expect(await within(screen.getByRole('region', { name: 'Model 1' })).findByText(/did not answer in time.*\(t1\)/)).toBeVisible();
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import type { App } from '../../../ui/chat/queries';
import { ChannelsSection } from './ChannelsSection';

const app = { id: 'a1', name: 'Leave' } as App;
const path = '/api/v1/apps/a1/channels';
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
const webhook = {
  id: 'c1', app_id: 'a1', kind: 'webhook', name: 'Our CRM', enabled: true, state: 'failing', switched_off_reason: null,
  events: ['message.completed'], settings: { url: 'https://crm.example.com/hook' }, secrets: {}, callback_path: null,
  failing_since: '2026-11-20T08:00:00Z', last_event_at: '2026-11-20T09:00:00Z', last_success_at: null,
  last_error: 'The program answered 503.', last_error_at: '2026-11-20T09:00:00Z', created_at: '', updated_at: '',
};
const bot = {
  ...webhook, id: 'c2', kind: 'slack', name: 'Slack bot', state: 'unused', events: [], last_error: null, last_error_at: null,
  settings: { language: 'en', format: 'markdown', person_limit: 10 },
  secrets: { bot_token: '••••7890', signing_secret: '••••cdef' }, callback_path: '/triggers/channels/c2',
};
const delivery = {
  id: 'd1', type: 'message.completed', state: 'failed', attempt: 8, next_attempt_at: null, status_code: 503,
  error: 'The program answered 503.', duration: 0.4, created_at: '2026-11-20T09:00:00Z', finished_at: '2026-11-20T09:00:00Z',
};

function show(answers: Record<string, Answer> = {}, permissions = ['apps.publish'], language: 'en' | 'zh-CN' = 'en') {
  return renderPage(<ChannelsSection app={app} />, {
    permissions, language, words: ['channels', 'apps'],
    answers: {
      [`GET ${path}`]: page(webhook, bot),
      'GET /api/v1/system': { base_url: 'https://ai.example.cn/' },
      [`GET ${path}/c1/deliveries`]: page(delivery),
      [`GET ${path}/c2/deliveries`]: page(),
      ...answers,
    },
  });
}

it('lists channels with their state and what is wrong', async () => {
  await show();
  const row = (await screen.findByText('Our CRM')).closest('tr')!;
  expect(within(row).getByText('Failing')).toBeVisible();
  expect(within(row).getByText('The program answered 503.')).toBeVisible();
  expect(screen.getByText('Not used yet')).toBeVisible();
});

it('says what it is for when there is none, and which permission is missing', async () => {
  const { unmount } = await show({ [`GET ${path}`]: page() });
  expect(await screen.findByText('No channels yet')).toBeVisible();
  unmount();

  await show({}, []);
  expect(await screen.findByText(/apps\.publish/)).toBeVisible();
});

it('makes a webhook and shows its secret once', async () => {
  let sent: unknown;
  await show({
    [`POST ${path}`]: async (request) => {
      sent = await request.json();
      return Response.json({ channel: { ...webhook, state: 'unused' }, signing_secret: 'whsec_abc' }, { status: 201 });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Add channel' }));
  await userEvent.type(await screen.findByLabelText('Name'), 'CRM');
  await userEvent.type(screen.getByLabelText('Address'), 'https://a.cn');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));

  expect(await screen.findByText('whsec_abc')).toBeVisible();
  expect(sent).toEqual({
    kind: 'webhook', name: 'CRM', events: ['message.completed', 'message.failed'], settings: { url: 'https://a.cn' },
  });
});

it('puts a refusal at its field', async () => {
  await show({
    [`POST ${path}`]: () => problem(400, 'channels.invalid_url', 'The url must be an address.', { field: 'settings.url' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Add channel' }));
  await userEvent.type(await screen.findByLabelText('Name'), 'CRM');
  await userEvent.type(screen.getByLabelText('Address'), 'crm');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));

  await waitFor(() => expect(screen.getAllByText('Enter an http or https address without a user name.')[0]).toBeVisible());
});

it('shows the callback address and the steps of a bot, and tries its secrets', async () => {
  await show({
    [`POST ${path}/c2/test`]: { ok: false, detail: 'Slack answered invalid_auth.', duration: 0.2, delivery_id: null },
  });
  await userEvent.click(await screen.findByText('Slack bot'));

  expect(await screen.findByText('https://ai.example.cn/triggers/channels/c2')).toBeVisible();
  expect(screen.getByText(/subscribe to app_mention and message\.im/)).toBeVisible();
  expect(screen.getByText('No messages yet. Write to the bot on its platform.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Check the secrets' }));
  expect(await screen.findByText('Slack answered invalid_auth.')).toBeVisible();
});

it('keeps the secrets that are not typed anew', async () => {
  let sent: unknown;
  await show({
    [`PATCH ${path}/c2`]: async (request) => {
      sent = await request.json();
      return Response.json(bot);
    },
  });
  await userEvent.click(await screen.findByText('Slack bot'));
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  expect(await screen.findByText('Kept (••••7890); leave empty to keep it.')).toBeVisible();
  await userEvent.type(screen.getByLabelText(/Signing Secret/), 'new');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toMatchObject({ name: 'Slack bot', secrets: { signing_secret: 'new' } }));
  expect(sent).not.toHaveProperty('secrets.bot_token');
});

it('shows what was sent and sends it again', async () => {
  const { server } = await show({
    [`GET ${path}/c1/deliveries/d1`]: { delivery, webhook_id: 'msg_1', payload: '{"type":"message.completed"}', response: 'overloaded' },
    [`POST ${path}/c1/deliveries/d1/resend`]: { ...delivery, state: 'waiting' },
  });
  await userEvent.click(await screen.findByText('Our CRM'));
  await userEvent.click(await screen.findByRole('button', { name: /message\.completed/ }));

  expect(await screen.findByText('msg_1')).toBeVisible();
  expect(screen.getByText('overloaded')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
  await waitFor(() => expect(server.calls.some(({ method, url }) => method === 'POST' && url.endsWith('/resend'))).toBe(true));
});

it('switches off, and deletes only after a question', async () => {
  const bodies: unknown[] = [];
  const { server } = await show({
    [`PATCH ${path}/c1`]: async (request) => {
      bodies.push(await request.json());
      return Response.json({ ...webhook, enabled: false, state: 'off' });
    },
    [`DELETE ${path}/c1`]: () => new Response(null, { status: 204 }),
  });
  await userEvent.click(await screen.findByText('Our CRM'));
  await userEvent.click(await screen.findByRole('switch'));
  await waitFor(() => expect(bodies).toEqual([{ enabled: false }]));

  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  const question = (await screen.findByText(/Delete the channel “Our CRM”/)).closest<HTMLElement>('[role=dialog]')!;
  await userEvent.click(within(question).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('speaks Chinese', async () => {
  await show({}, ['apps.publish'], 'zh-CN');
  expect(await screen.findByRole('button', { name: '添加渠道' })).toBeVisible();
});

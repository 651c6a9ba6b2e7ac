import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../../testing/render';
import { AppPage } from '../AppPage';
import type { AgentMode } from './agentMode';

const app = {
  id: 'a1', name: 'Analyst', description: '', icon: null, mode: 'agent-chat', status: 'draft', version: null,
  draft_revision: 5, published_at: null, has_unpublished_changes: false, created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};
const tool = (provider_id: string, tool_name: string, en: string, properties = {}) => ({
  provider_type: 'builtin', provider_id, tool_name, label: { 'zh-CN': en, en }, description: { 'zh-CN': en, en: `${en} does it.` },
  parameters: { properties, required: [] }, needs_confirmation: tool_name === 'webscraper', icon: '🧰',
});
const offered = [
  tool('time', 'current_time', 'Current time', { timezone: { type: 'string', description: 'IANA time zone' } }),
  tool('webscraper', 'webscraper', 'Web page reader'),
];
const config = {
  model: { provider: 'openai', name: 'gpt' },
  agent_mode: {
    enabled: true, strategy: 'react', max_iteration: 5, remark: 'kept',
    tools: [
      { provider_id: 'langgenius/time/time', tool_name: 'current_time', tool_label: 'Now', enabled: true, isDeleted: false },
      { provider_id: 'youtube', tool_name: 'video_statistics', tool_label: 'Video statistics', enabled: true },
    ],
  },
};
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });

async function show() {
  let revision = 5;
  const { server } = await renderPage(<AppPage />, {
    route: 'apps/:id/:tab?', path: 'apps/a1', words: ['apps', 'chat', 'agent'],
    permissions: ['apps.read', 'apps.update', 'apps.publish', 'apps.use'],
    answers: {
      'GET /api/v1/apps/a1': app,
      'GET /api/v1/apps/a1/draft': { revision, config, updated_at: '2026-11-20T09:00:00Z' },
      'PUT /api/v1/apps/a1/draft': async (request) => Response.json({ ...await request.json(), revision: ++revision, updated_at: '' }),
      'GET /api/v1/models': { data: [{ id: 'openai/gpt', provider: 'openai', name: 'gpt' }] },
      'GET /api/v1/default-models': { llm: null, resolved: { llm: 'builtin/extractive' } },
      'GET /api/v1/knowledge-bases': page(), 'GET /api/v1/tools': { data: offered },
    },
  });
  // What is saved in the end: earlier savings may hold a part of it.
  const expectSaved = async (check: (mode: AgentMode) => void) => {
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(async () => check((await server.calls.findLast(({ method }) => method === 'PUT')!.clone().json()).config.agent_mode));
  };
  return { expectSaved };
}

beforeEach(() => sessionStorage.clear());

it('shows which tools there are, names one that is missing, and keeps what it does not know', async () => {
  const { expectSaved } = await show();
  const row = (await screen.findByText('Current time does it.')).closest('li')!;
  await userEvent.click(within(row).getByRole('checkbox', { name: 'Ask before it is called' }));
  await userEvent.click(within(row).getByText('Fill in parameters'));
  await userEvent.type(within(row).getByRole('textbox', { name: 'timezone' }), 'UTC');
  expect(screen.getByText(/This tool is not there/)).toBeVisible();

  await expectSaved((mode) => expect(mode).toEqual({
    ...config.agent_mode,
    tools: [
      { ...config.agent_mode.tools[0], middeck: { confirm: true }, tool_parameters: { timezone: 'UTC' } },
      config.agent_mode.tools[1],
    ],
  }));
});

it('adds a tool with its own default, and takes back a removal', async () => {
  const { expectSaved } = await show();
  await screen.findByText('Current time does it.');
  await userEvent.click(screen.getByRole('button', { name: 'Remove Video statistics' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await userEvent.click(screen.getByRole('combobox', { name: 'Add a tool' }));
  await userEvent.click(await screen.findByText(/Web page reader does it/));

  await expectSaved(({ tools }) => {
    expect(tools!.map(({ tool_name }) => tool_name)).toEqual(['current_time', 'video_statistics', 'webscraper']);
    expect(tools![2]).toMatchObject({ provider_type: 'builtin', provider_id: 'webscraper', enabled: true, middeck: { confirm: true } });
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lastSaved, showEditor } from '../testing';
import type { AgentMode } from './agentMode';

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
async function show() {
  const { server } = await showEditor({ mode: 'agent-chat', config, answers: { 'GET /api/v1/tools': { data: offered } } });
  // What is saved in the end: earlier savings may hold a part of it.
  const expectSaved = async (check: (mode: AgentMode) => void) => {
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(async () => check((await lastSaved(server.calls)).agent_mode as AgentMode));
  };
  return { expectSaved };
}

it('shows which tools there are, names one that is missing, and keeps what it does not know', async () => {
  const { expectSaved } = await show();
  const row = (await screen.findByText('Current time does it.')).closest('li')!;
  // Who may change the app is known a moment after the app.
  await waitFor(() => expect(within(row).getByRole('checkbox', { name: 'Ask before it is called' })).toBeEnabled());
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

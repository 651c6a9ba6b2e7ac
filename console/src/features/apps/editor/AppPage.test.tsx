import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { problem } from '../../../testing/fakeServer';
import { fakeStream } from '../../../testing/fakeStream';
import { app, page, showEditor } from './testing';

const config = {
  model: { provider: 'openai', name: 'gpt-gone', mode: 'chat', completion_params: { temperature: 0.2, best_of: 1 } },
  pre_prompt: 'Answer briefly to {{nobody}}.', opening_statement: 'Hello', more_like_this: { enabled: false },
  dataset_configs: { top_k: 4, datasets: { datasets: [{ dataset: { enabled: true, id: 'kb1' } }] } },
};
const show = (answers: Record<string, Answer> = {}, path?: string, permissions?: string[]) =>
  showEditor({ config, answers, path, permissions });

const prompt = () => screen.findByRole('textbox', { name: 'Prompt' });
const puts = (calls: Request[]) => calls.filter(({ method }) => method === 'PUT');

it('saves by itself after the last change and keeps what it does not know', async () => {
  const { server } = await show();
  await userEvent.type(await prompt(), ' Cite.');
  expect(screen.getByText(/Unsaved changes/)).toBeVisible();

  await waitFor(() => expect(puts(server.calls)).toHaveLength(1), { timeout: 3000 });
  expect(await puts(server.calls)[0]!.json()).toEqual({
    revision: 5, config: { ...config, pre_prompt: `${config.pre_prompt} Cite.` },
  });
  expect(await screen.findByText(/Draft saved/)).toBeVisible();
});

it('saves at once by the keyboard', async () => {
  const { server } = await show();
  await userEvent.type(await prompt(), '!{Control>}s{/Control}');

  await waitFor(() => expect(puts(server.calls)).toHaveLength(1), { timeout: 400 });
});

it('tells of a missing model and of variables that nothing fills', async () => {
  await show();

  expect(await screen.findByText(/The model openai\/gpt-gone does not exist; the default builtin\/extractive/)).toBeVisible();
  expect(screen.getByText(/the model will see them as written: nobody/)).toBeVisible();
});

it('lets two editors choose part by part', async () => {
  const theirs = { ...config, opening_statement: 'Theirs', pre_prompt: 'Their prompt.' };
  const bodies: { revision: number; config: typeof config }[] = [];
  await show({
    'PUT /api/v1/apps/a1/draft': async (request) => {
      bodies.push(await request.json());
      return bodies.length === 1
        ? problem(409, 'apps.draft_conflict', 'x', { current_revision: 8, current: { config: theirs } })
        : Response.json({ revision: 9, config: bodies[1]!.config, updated_at: '2026-11-20T10:30:00Z' });
    },
  });
  await userEvent.type(await prompt(), ' Mine.{Control>}s{/Control}');
  await userEvent.click(await screen.findByRole('button', { name: 'Compare' }));

  const both = await screen.findByRole('radiogroup', { name: 'Prompt' });
  expect(within(both).getByRole('radio', { name: 'Mine' })).toBeChecked();
  expect(within(screen.getByRole('radiogroup', { name: 'Opening statement' })).getByRole('radio', { name: 'Theirs' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Save this choice' }));

  await waitFor(() => expect(bodies).toHaveLength(2));
  expect(bodies[1]).toMatchObject({
    revision: 8, config: { pre_prompt: `${config.pre_prompt} Mine.`, opening_statement: 'Theirs' },
  });
});

it('shows what will change before it is published', async () => {
  const { server } = await show({ 'POST /api/v1/apps/a1/publish': { version: 5, published_at: '' } });
  await userEvent.type(await prompt(), ' Cite.');
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));

  expect(await screen.findByText(/1 part differs from the live version v4/)).toBeInTheDocument();
  expect(screen.getByText('Cite.', { selector: 'ins', exact: false })).toBeInTheDocument();
  await userEvent.type(screen.getByRole('textbox', { name: /Version name/ }), 'Sources');
  await userEvent.click(screen.getAllByRole('button', { name: 'Publish' }).at(-1)!);

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/publish'))).toBe(true));
  expect(await server.calls.find(({ url }) => url.endsWith('/publish'))!.json()).toMatchObject({ name: 'Sources' });
});

it('answers with the draft, saved first, and shows what the answer was made from', async () => {
  const stream = fakeStream();
  const { server } = await show({ 'POST /api/v1/apps/a1/chat': () => stream.response() });
  await userEvent.type(await prompt(), ' Cite.');
  await userEvent.click(screen.getByRole('button', { name: /Debug/ }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Question' }), 'How far?{Enter}');
  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/chat'))).toBe(true));

  const at = { task_id: 'm1', message_id: 'm1', conversation_id: 'c1' };
  const citation = {
    position: 1, dataset_id: 'kb1', dataset_name: '', document_id: 'd', document_name: 'code.pdf', segment_id: 's',
    segment_position: 7, score: 0.8125, content: '15 m', page: null,
  };
  stream.send({ event: 'message_start', ...at, citations: [citation] });
  stream.send({ event: 'message', ...at, answer: '15 m.[1]' });
  stream.send({
    event: 'message_end', ...at,
    metadata: { usage: { prompt_tokens: 90, completion_tokens: 7, total_tokens: 97, latency: 1, time_to_first_token: 0.2 } },
  });

  expect(await screen.findByRole('cell', { name: '[1] code.pdf · Chunk #7' })).toBeVisible();
  expect(screen.getByText('0.813')).toBeVisible();
  const methods = server.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method);
  expect(methods).toEqual(['PUT', 'POST']);
  expect(await server.calls.find(({ url }) => url.endsWith('/chat'))!.json()).toMatchObject({ draft: true });
});

it('adds a variable and takes no name that the prompt could not use', async () => {
  const { server } = await show();
  await userEvent.click(await screen.findByRole('button', { name: 'Add a variable' }));
  const name = await screen.findByRole('textbox', { name: 'Variable name' });
  await userEvent.clear(name);
  await userEvent.type(name, '1x');
  expect(screen.getByText(/Begin with a letter/)).toBeVisible();
  await userEvent.clear(name);
  await userEvent.type(name, 'nobody{Control>}s{/Control}');

  await waitFor(() => expect(puts(server.calls).length).toBeGreaterThan(0));
  const last = await puts(server.calls).at(-1)!.json();
  expect(last.config.user_input_form).toEqual([
    { 'text-input': { variable: 'nobody', label: 'var_1', required: false, default: '' } },
  ]);
  expect(screen.queryByText(/will see them as written/)).toBeNull();
});

it('shows a key once, with a call that works', async () => {
  await show({
    'GET /api/v1/apps/a1/api-keys': page(),
    'POST /api/v1/apps/a1/api-keys': () => Response.json({ id: 'k1', name: 'Site', key: 'app-secret' }, { status: 201 }),
  }, 'apps/a1/access');
  await userEvent.click(await screen.findByRole('button', { name: 'New key' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));

  expect(await screen.findByText('app-secret')).toBeInTheDocument();
  expect(screen.getByText(/Bearer app-secret/)).toHaveTextContent("curl -X POST 'https://ai.example.cn/v1/chat-messages'");
});

it('asks before an old version replaces unpublished changes', async () => {
  const { server } = await show({
    'GET /api/v1/apps/a1': { ...app, has_unpublished_changes: true },
    'GET /api/v1/apps/a1/versions': page({ version: 4, name: null, note: null, created_at: '2026-11-20T09:00:00Z' }),
    'POST /api/v1/apps/a1/versions/4/restore': { revision: 7, config, updated_at: '2026-11-20T10:30:00Z' },
  }, 'apps/a1/versions');
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “v4”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Restore to draft' }));
  expect(await screen.findByText(/Unpublished changes of the draft will be lost/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Restore to draft' }));

  expect(await screen.findByText(/v4 is the draft again/)).toBeVisible();
  expect(server.calls.some(({ url }) => url.endsWith('/versions/4/restore'))).toBe(true);
});

it('lets people without the permission look only', async () => {
  await show({}, 'apps/a1', ['apps.read']);

  expect(await prompt()).toBeDisabled();
  expect(screen.getByText(/You can look but not change/)).toBeVisible();
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../../testing/fakeServer';
import { lastSaved, page, showEditor } from './testing';

const open = async (title: string) => userEvent.click(await screen.findByText(title, { selector: 'summary h2' }));
const part = (title: string) => within(screen.getByText(title, { selector: 'summary h2' }).closest('details')!);
const save = () => userEvent.keyboard('{Control>}s{/Control}');
const saves = (calls: readonly Request[]) => calls.filter(({ method, url }) => method === 'PUT' && url.endsWith('/draft'));
const field = (variable: string, kind = 'text-input') => ({ [kind]: { variable, label: variable, required: false, default: '' } });

it('puts variables in order by the keyboard, keeps the focus, and says which ones the prompt forgets', async () => {
  const { server } = await showEditor({ config: { pre_prompt: '{{b}}', user_input_form: [field('a'), field('b')] } });
  expect(await screen.findByText(/The prompt names none of these.*: a$/)).toBeVisible();

  const grip = screen.getByRole('button', { name: 'Move the variable b' });
  // Who may change the app is known a moment after the app.
  await waitFor(() => expect(grip).toBeEnabled());
  grip.focus();
  await userEvent.keyboard('{ArrowUp}');
  await save();

  await waitFor(() => expect(saves(server.calls)).toHaveLength(1));
  expect((await lastSaved(server.calls)).user_input_form).toEqual([field('b'), field('a')]);
  expect(screen.getByRole('button', { name: 'Move the variable b' })).toHaveFocus();
});

it('gives a variable a longest text, a default and a place out of sight, and warns when nobody could fill it in', async () => {
  const { server } = await showEditor({ config: { pre_prompt: '{{a}}', user_input_form: [field('a')] } });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Required' }));
  await userEvent.click(screen.getByRole('button', { name: 'More settings of a' }));
  await userEvent.type(await screen.findByLabelText('Longest text'), '40');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Hidden' }));
  expect(screen.getByText(/Nobody can fill in a hidden variable/)).toBeVisible();

  await userEvent.type(screen.getByLabelText('Default value'), 'x');
  expect(screen.queryByText(/Nobody can fill in a hidden variable/)).toBeNull();
  await save();
  await waitFor(async () => expect((await lastSaved(server.calls)).user_input_form).toEqual([
    { 'text-input': { variable: 'a', label: 'a', required: true, default: 'x', max_length: 40, hide: true } },
  ]));
});

it('makes variables of what the prompt names', async () => {
  const { server } = await showEditor({ config: { pre_prompt: 'For {{who}}.' } });
  await userEvent.click(await screen.findByRole('button', { name: 'Add as variables' }));
  await save();

  await waitFor(async () => expect((await lastSaved(server.calls)).user_input_form).toEqual([field('who')]));
});

it('takes files with what the model may see of them', async () => {
  const { server } = await showEditor();
  await open('Files and pictures');
  await userEvent.click(part('Files and pictures').getByRole('switch'));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Sound' }));
  await userEvent.click(screen.getByText('High'));
  await save();

  await waitFor(async () => expect((await lastSaved(server.calls)).file_upload).toEqual({
    enabled: true, allowed_file_types: ['image', 'document', 'audio'], image: { enabled: true, detail: 'high' },
  }));
});

it('says at its field, in its own words, what the server refuses of the moderation', async () => {
  const at = 'config.sensitive_word_avoidance.config.keywords';
  await showEditor({
    answers: {
      'PUT /api/v1/apps/a1/draft': () => problem(400, 'apps.invalid_config', `${at} must have 1 to 10,000 lines.`, { field: at }),
    },
  });
  await open('Moderation');
  await userEvent.click(part('Moderation').getByRole('switch', { name: 'Moderate' }));
  expect(part('Moderation').getByRole('switch', { name: 'Check questions' })).toBeChecked();
  expect(part('Moderation').getByLabelText('Said instead')).toHaveValue('I cannot talk about this. Please ask something else.');
  await save();

  expect(await screen.findByText(/Not saved\. Moderation: Enter at least one line, at most 10,000\./)).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('Keywords')).toHaveAccessibleDescription('Enter at least one line, at most 10,000.'));
});

it('lets another model suggest questions and remembers as much as is wanted', async () => {
  const { server } = await showEditor({ config: { middeck: { other: 1 } } });
  await open('Questions after the answer');
  await userEvent.click(part('Questions after the answer').getByRole('switch'));
  await userEvent.click(part('Questions after the answer').getByRole('combobox'));
  await userEvent.click(await screen.findByText('acme/large', { selector: '.ant-select-item-option-content' }));
  await open('Memory');
  await userEvent.type(screen.getByLabelText('Earlier turns shown to the model'), '6');
  await userEvent.click(screen.getByRole('switch', { name: /Remember facts/ }));
  await save();

  await waitFor(async () => expect(await lastSaved(server.calls)).toMatchObject({
    suggested_questions_after_answer: { enabled: true, model: { provider: 'acme', name: 'large' } },
    middeck: { other: 1, memory: { turns: 6, facts: true } },
  }));
});

it('keeps the last right value of a conversation variable while its JSON is being written', async () => {
  const { server } = await showEditor({
    config: { conversation_variables: [{ name: 'list', value_type: 'array[string]', value: [], description: '' }] },
  });
  await open('Conversation variables');
  const value = screen.getByLabelText('Initial value');
  await userEvent.clear(value);
  await userEvent.type(value, '[["a"');
  expect(screen.getByText(/no JSON yet/)).toBeVisible();
  await userEvent.type(value, ']');
  await save();

  await waitFor(async () => expect((await lastSaved(server.calls)).conversation_variables).toMatchObject([{ name: 'list', value: ['a'] }]));
});

it('makes a program known, tries it, and asks it for a variable', async () => {
  const known: object[] = [];
  const extension = { id: 'x1', name: 'Weather', url: 'https://x.example/', api_key: '••••9', created_at: '', updated_at: '' };
  const { server } = await showEditor({
    answers: {
      'GET /api/v1/api-extensions': () => Response.json(page(...known)),
      'POST /api/v1/api-extensions': () => {
        known.push(extension);
        return Response.json(extension, { status: 201 });
      },
      'POST /api/v1/api-extensions/x1/check': { ok: false, code: 'extensions.timeout', detail: 'slow', milliseconds: 10000 },
    },
  });
  await open('Data from programs');
  await userEvent.click(await screen.findByRole('button', { name: 'Manage' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Add an extension' }));
  await userEvent.type(screen.getByLabelText('Name'), 'Weather');
  await userEvent.type(screen.getByLabelText('Address'), 'https://x.example/');
  await userEvent.type(screen.getByLabelText('API key'), 'k');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Test Weather' }));
  expect(await screen.findByText('The extension did not answer in time.')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Add a variable from a program' }));
  await save();
  await waitFor(async () => expect((await lastSaved(server.calls)).external_data_tools).toEqual([
    { enabled: true, type: 'api', variable: 'data_1', config: { api_based_extension_id: 'x1' } },
  ]));
});

it('switches the reply by annotations on for the live app at once', async () => {
  const { server } = await showEditor({
    answers: {
      'PUT /api/v1/apps/a1/annotation-reply': { enabled: true, score_threshold: 0.9, embedding_model: 'builtin/lexical', job_id: 'j1' },
      'GET /api/v1/jobs/j1': { id: 'j1', state: 'running', progress: 0.5 },
    },
  });
  await open('Annotation reply');
  await userEvent.click(await screen.findByRole('switch', { name: 'Reply by annotations' }));

  expect(await screen.findByText(/making vectors of the annotations/)).toHaveTextContent('50 %');
  const body = await server.calls.find(({ method, url }) => method === 'PUT' && url.endsWith('/annotation-reply'))!.json();
  expect(body).toMatchObject({ enabled: true, score_threshold: 0.9 });
});

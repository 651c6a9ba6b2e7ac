import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../testing/fakeServer';
import { renderPage } from '../../testing/render';
import { ProvidersPage } from './ProvidersPage';
import type { Provider } from './types';

const dashscope: Provider = {
  id: 'p1', name: 'dashscope', kind: 'openai', base_url: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
  api_key_masked: '••••ab12', enabled: true, builtin: false,
  models: [{ name: 'qwen3-max', type: 'llm', context_length: null, enabled: true, price: null }],
  status: 'ok', last_error: null, last_checked_at: null, created_at: null, updated_at: null,
};
const builtin: Provider = {
  ...dashscope, id: 'b', name: 'builtin', kind: 'builtin', base_url: null, api_key_masked: null, builtin: true,
  models: [{ name: 'extractive', type: 'llm', context_length: null, enabled: true, price: null }],
};
const defaults = {
  llm: null, embedding: null, rerank: null, speech_to_text: null, text_to_speech: null,
  resolved: { llm: 'dashscope/qwen3-max', embedding: 'builtin/lexical-embedding', rerank: 'builtin/lexical-rerank', speech_to_text: 'dashscope/paraformer' },
};
const models = { data: [{ id: 'dashscope/qwen3-max', provider: 'dashscope', name: 'qwen3-max', type: 'llm', context_length: null }] };

const show = (answers: Record<string, Answer> = {}, path = 'providers', permissions = ['models.read', 'models.manage']) =>
  renderPage(<ProvidersPage />, {
    route: 'providers', path, words: ['providers', 'prices'], permissions,
    answers: {
      'GET /api/v1/model-providers': { data: [dashscope, builtin], has_more: false, next_cursor: null },
      'GET /api/v1/default-models': defaults,
      'GET /api/v1/models': models,
      ...answers,
    },
  });

/** Remembers the bodies that were sent. */
function recorder(answer: object, status = 200) {
  const bodies: unknown[] = [];
  const respond = async (request: Request) => {
    bodies.push(await request.json());
    return Response.json(answer, { status });
  };
  return { bodies, respond };
}

it('explains the builtin provider and offers nothing to change on it', async () => {
  await show({}, 'providers?peek=b');

  expect(await screen.findByText(/no network, no cost, no key/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
});

it('fills name and address from a preset', async () => {
  await show({}, 'providers?new=1');

  await userEvent.click(await screen.findByText('Ollama'));

  expect(screen.getByLabelText('Name')).toHaveValue('ollama');
  expect(screen.getByLabelText('Base URL')).toHaveValue('http://127.0.0.1:11434/v1');
});

it('tries a provider before it is saved, offers what was found, and saves what is ticked', async () => {
  const test = recorder({
    ok: true, latency_ms: 420, message: 'fine', status_code: 200,
    models: [{ name: 'gpt-5-mini', type: 'llm' }, { name: 'text-embedding-3-small', type: 'embedding' }],
  });
  const saved = recorder(dashscope, 201);
  await show({
    'POST /api/v1/model-providers/test': test.respond,
    'POST /api/v1/model-providers': saved.respond,
  }, 'providers?new=1');

  await userEvent.type(await screen.findByLabelText(/^API key/), 'sk-123');
  await userEvent.click(screen.getByRole('button', { name: 'Test connection' }));
  expect(await screen.findByText('Connected in 0.42 s, 2 models')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: 'gpt-5-mini' }));
  await userEvent.type(screen.getByLabelText('Model name'), 'my-own{Enter}');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add provider' }));

  await waitFor(() => expect(saved.bodies).toHaveLength(1));
  expect(test.bodies).toEqual([{ kind: 'openai', base_url: 'https://api.openai.com/v1', api_key: 'sk-123' }]);
  expect(saved.bodies[0]).toEqual({
    kind: 'openai', name: 'openai', base_url: 'https://api.openai.com/v1', api_key: 'sk-123',
    models: [{ name: 'gpt-5-mini', type: 'llm' }, { name: 'my-own', type: 'llm' }],
  });
});

it('shows the provider\'s own words when it refuses', async () => {
  await show({
    'POST /api/v1/model-providers/p1/test': { ok: false, latency_ms: 80, message: 'Incorrect API key provided: sk-12***.', status_code: 401, models: [] },
  }, 'providers?peek=p1');

  await userEvent.click(await screen.findByRole('button', { name: 'Test connection' }));

  expect(await screen.findByText('Incorrect API key provided: sk-12***.')).toBeVisible();
  expect(screen.getByText('Not connected: 401')).toBeVisible();
});

it('keeps the stored key when none is typed', async () => {
  const saved = recorder(dashscope);
  await show({ 'PATCH /api/v1/model-providers/p1': saved.respond }, 'providers?peek=p1');

  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  expect(await screen.findByText('Now ••••ab12. Leave it empty to keep it.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved.bodies).toHaveLength(1));
  expect(saved.bodies[0]).not.toHaveProperty('api_key');
  expect(saved.bodies[0]).toMatchObject({ name: 'dashscope', models: [{ name: 'qwen3-max', type: 'llm' }] });
});

it('sets what a model costs, as the provider lists it, and shows it', async () => {
  const saved = recorder(dashscope);
  await show({ 'PATCH /api/v1/model-providers/p1': saved.respond }, 'providers?peek=p1');
  expect(await screen.findByText(/LLM · no price/)).toBeVisible();

  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Price of qwen3-max' }));
  await userEvent.type(screen.getByLabelText('Million tokens in'), '2,5');
  await userEvent.type(screen.getByLabelText('Million tokens out'), '10');
  expect(screen.getByRole('button', { name: 'Price of qwen3-max' })).toHaveTextContent('¥2.50 in · ¥10.00 out');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved.bodies).toHaveLength(1));
  expect(saved.bodies[0]).toMatchObject({ models: [{ name: 'qwen3-max', price: { currency: 'CNY', input: '2.5', output: '10' } }] });
});

it('says that a name is taken beside the name', async () => {
  await show({
    'POST /api/v1/model-providers': () => problem(409, 'models.name_taken', 'x', { field: 'name' }),
  }, 'providers?new=1');

  await screen.findByLabelText('Name');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add provider' }));

  // Beside the field and above the buttons; the second appears when the field has been painted.
  await waitFor(() => expect(
    screen.getAllByText('The workspace has a provider of this name already. Choose another.'),
  ).toHaveLength(2));
});

it('says what is lost before it deletes', async () => {
  const deleted = vi.fn();
  await show({
    'DELETE /api/v1/model-providers/p1': () => {
      deleted();
      return new Response(null, { status: 204 });
    },
  }, 'providers?peek=p1');

  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('that name a model of dashscope');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(deleted).toHaveBeenCalledOnce());
});

it('says which model is used where none is chosen, and saves a choice', async () => {
  const saved = recorder(defaults);
  await show({ 'PUT /api/v1/default-models': saved.respond });
  expect(await screen.findByText('In use: builtin/lexical-embedding')).toBeVisible();
  expect(screen.getByText('No model available')).toBeVisible();

  await userEvent.click(screen.getByRole('combobox', { name: 'LLM' }));
  await userEvent.click(await screen.findByText('dashscope/qwen3-max', { selector: '[class*=option-content]' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(saved.bodies).toEqual([
    { llm: 'dashscope/qwen3-max', embedding: null, rerank: null, speech_to_text: null, text_to_speech: null },
  ]));
});

it('lets whoever may not manage look only', async () => {
  await show({}, 'providers?peek=p1', ['models.read']);

  expect(await screen.findByRole('button', { name: 'Test connection' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  expect(screen.getByRole('switch', { name: 'Use dashscope' })).toBeDisabled();
});

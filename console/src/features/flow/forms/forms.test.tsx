import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { config, node, showForm } from './testing';

const start = node('start', {
  type: 'start', title: 'Start', variables: [{ variable: 'age', type: 'number', label: 'Age' }, { variable: 'name', type: 'text-input', label: 'Name' }],
});

async function choose(name: RegExp | string, option: RegExp | string) {
  await userEvent.click(await screen.findByRole('combobox', { name }));
  await userEvent.click((await screen.findAllByText(option)).at(-1)!);
}

it('builds a branch: the comparisons follow the variable’s type, and another case gets a pin of its own', async () => {
  const { data } = await showForm(config([
    start, node('if', { type: 'if-else', cases: [{ case_id: 'true', id: 'true', logical_operator: 'and', conditions: [] }] }),
  ], ['start>if']), 'if');
  await userEvent.click(await screen.findByRole('button', { name: 'Add a condition' }));
  await userEvent.click(screen.getByRole('button', { name: /^Variable:/ }));
  await userEvent.click(await screen.findByRole('option', { name: /age/ }));
  await choose('Comparison', '≥');
  await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), '18');
  await userEvent.click(screen.getByRole('button', { name: 'Add an else if' }));

  const [first, second] = data().cases as Record<string, unknown>[];
  expect(first).toMatchObject({
    case_id: 'true', conditions: [{ variable_selector: ['start', 'age'], varType: 'number', comparison_operator: '≥', value: '18' }],
  });
  expect(second).toMatchObject({ conditions: [] });
  expect(second!.case_id).not.toBe('true');
});

it('asks of the files in a list what their attributes are', async () => {
  const { data } = await showForm(config([node('if', { type: 'if-else', cases: [{
    case_id: 'true', logical_operator: 'and', conditions: [{ variable_selector: ['sys', 'files'], varType: 'array[file]', comparison_operator: 'empty', value: '' }],
  }] })], []), 'if');
  await choose('Comparison', 'contains');
  await userEvent.click(await screen.findByRole('button', { name: 'Add a condition on an attribute' }));
  await userEvent.click(await screen.findByRole('combobox', { name: 'Value' }));
  await userEvent.click((await screen.findAllByText('Pictures')).at(-1)!);
  expect((data().cases as Record<string, unknown>[])[0]).toMatchObject({ conditions: [{
    comparison_operator: 'contains', sub_variable_condition: { conditions: [{ key: 'type', comparison_operator: 'in', value: ['image'] }] },
  }] });
});

it('sets up a model: which, what it is told, and in which shape it answers', async () => {
  const { data } = await showForm(config([
    start, node('llm', { type: 'llm', model: { provider: '', name: '', mode: 'chat', completion_params: {}, remark: 'kept' }, prompt_template: [{ id: 'p1', role: 'system', text: 'Be short.' }] }),
  ], ['start>llm']), 'llm');
  await choose('Which model works', 'acme/large');
  await userEvent.click(screen.getByRole('button', { name: 'Add a message' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'User' }), 'Hello');
  await userEvent.click(screen.getByRole('switch', { name: 'Structured output' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Add a field' }));
  await userEvent.click(screen.getByRole('switch', { name: 'Vision' }));
  await userEvent.click(screen.getAllByRole('button', { name: 'Jinja' })[0]!);

  expect(data().model).toEqual({ provider: 'acme', name: 'large', mode: 'chat', completion_params: {}, remark: 'kept' });
  expect(data().prompt_template).toMatchObject([
    { id: 'p1', role: 'system', text: 'Be short.', edition_type: 'jinja2', jinja2_text: 'Be short.' }, { role: 'user', text: 'Hello' },
  ]);
  expect(data().prompt_config).toEqual({ jinja2_variables: [{ variable: 'arg_1', value_selector: [] }] });
  expect(data().structured_output).toEqual({ schema: {
    type: 'object', additionalProperties: false, properties: { field_1: { type: 'string' } }, required: ['field_1'],
  } });
  expect(data().vision).toEqual({ enabled: true, configs: { detail: 'high', variable_selector: ['sys', 'files'] } });
  expect(within(screen.getByRole('group', { name: 'Outputs' })).getByRole('button', { name: 'field_1' })).toBeVisible();
});

it('answers a failure with other values or another way, and takes back what is switched off', async () => {
  const { data } = await showForm(config([start, node('code', { type: 'code', code: 'x', outputs: { rows: { type: 'array[string]' }, n: { type: 'number' } } })], ['start>code']), 'code');
  await userEvent.click(await screen.findByText('Defaults'));
  expect(data()).toMatchObject({ error_strategy: 'default-value', default_value: [{ key: 'rows', type: 'array[string]', value: '[]' }, { key: 'n', type: 'number', value: 0 }] });
  await userEvent.click(screen.getByText('Branch'));
  expect(data().error_strategy).toBe('fail-branch');
  expect(screen.getByRole('button', { name: 'error_message' })).toBeVisible();
  await userEvent.click(screen.getByText('Stop'));
  expect(data().error_strategy).toBeUndefined();
});

it('fills in a request from cURL, and writes headers as lines', async () => {
  const { data } = await showForm(config([
    start, node('http', { type: 'http-request', method: 'get', url: '', headers: '', params: '', body: { type: 'none', data: [] } }),
  ], ['start>http']), 'http');
  await userEvent.click(await screen.findByRole('button', { name: 'Import cURL' }));
  const command = screen.getByRole('textbox', { name: 'cURL command' });
  await userEvent.click(command);
  await userEvent.paste('wget x');
  await userEvent.click(screen.getByRole('button', { name: 'Fill in' }));
  expect(screen.getByRole('alert')).toHaveTextContent('No request in it');
  await userEvent.clear(command);
  await userEvent.click(command);
  await userEvent.paste(`curl https://e.cn/a?x=1 -H 'X-Key: 7' -d '{"a":1}'`);
  await userEvent.click(screen.getByRole('button', { name: 'Fill in' }));
  expect(data()).toMatchObject({ method: 'post', url: 'https://e.cn/a', params: 'x:1', headers: 'X-Key:7', body: { type: 'json', data: [{ value: '{"a":1}' }] } });

  await userEvent.click(screen.getByRole('button', { name: 'Add a header' }));
  expect(data().headers).toBe('X-Key:7');
  await userEvent.type(screen.getAllByRole('textbox', { name: 'Name' }).at(-1)!, 'Accept');
  await waitFor(() => expect(data().headers).toBe('X-Key:7\nAccept:'));
});

it('brings the assigner of the first version to today’s', async () => {
  const flow = config([
    start, node('assign', { type: 'assigner', assigned_variable_selector: ['conversation', 'notes'], write_mode: 'append', input_variable_selector: ['start', 'name'] }),
  ], ['start>assign'], { conversation_variables: [{ name: 'notes', value_type: 'array[string]' }] });
  const { data } = await showForm(flow, 'assign');
  await choose('Operation', 'Remove the first');
  expect(data()).toMatchObject({ version: '2', items: [{ variable_selector: ['conversation', 'notes'], operation: 'remove-first' }] });
  expect(data().assigned_variable_selector).toBeUndefined();
});

it('keeps the settings of a type that does not exist here, and lets nobody change a form that is read-only', async () => {
  const { unmount } = await showForm(config([node('odd', { type: 'from-a-plugin', secret_sauce: 42 })], []), 'odd');
  expect(await screen.findByText(/does not exist here\. Its settings are kept/)).toBeVisible();
  expect(screen.getByText(/secret_sauce/)).toBeVisible();
  unmount();
  await showForm(config([start, node('answer', { type: 'answer', answer: 'x' })], ['start>answer']), 'answer', { isReadOnly: true });
  expect(await screen.findByRole('textbox', { name: 'Answer' })).toBeDisabled();
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeDisabled();
});

it('makes one text of the messages for a model that completes, and messages again', async () => {
  const { data } = await showForm(config([
    start, node('llm', { type: 'llm', prompt_template: [{ role: 'system', text: 'Be short.' }, { role: 'user', text: '{{#sys.query#}}' }] }),
  ], ['start>llm']), 'llm');
  await userEvent.click(await screen.findByRole('button', { name: /Parameters/ }));
  const kind = screen.getByRole('checkbox', { name: /Completion model/ });
  await userEvent.click(kind);
  expect(data().prompt_template).toEqual({ text: 'Be short.\n\n{{#sys.query#}}' });
  await userEvent.click(kind);
  expect(data().prompt_template).toMatchObject([{ role: 'system', text: 'Be short.\n\n{{#sys.query#}}' }]);
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { config, node, showForm } from './testing';

const show = (answer = '') => showForm(config(
  [
    node('start', { type: 'start', title: '开始', variables: [{ variable: 'name', type: 'text-input', label: 'Name' }, { variable: 'paper', type: 'file' }] }),
    node('llm', { type: 'llm', title: 'Writer' }), node('answer', { type: 'answer', answer }),
  ],
  ['start>llm', 'llm>answer'],
), 'answer');
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Answer' });
const shown = (element: HTMLTextAreaElement) => element.value.replaceAll(/[\u2063\u202f]/g, '');

it('shows a reference by the title of its node and keeps the DSL’s text', async () => {
  const { data } = await show('Dear {{#start.name#}}');
  const text = await field();
  expect(shown(text)).toBe('Dear 开始/name');
  await userEvent.click(text);
  await userEvent.keyboard('!');
  expect(data().answer).toBe('Dear {{#start.name#}}!');
});

it('opens the list at a slash, finds by what is typed on, and puts the reference in its place', async () => {
  const { data } = await show('Hi ');
  const text = await field();
  await userEvent.click(text);
  await userEvent.keyboard('/nam');
  expect(within(await screen.findByRole('listbox')).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(
    ['name Namestring', 'paperfile', 'namestring'],
  );
  await userEvent.keyboard('{Enter}');
  expect(data().answer).toBe('Hi {{#start.name#}}');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
});

it('finds a node by its pinyin, and leaves a slash that no variable follows alone', async () => {
  const { data } = await show();
  const text = await field();
  await userEvent.click(text);
  await userEvent.keyboard('{{');
  await userEvent.keyboard('ks');
  expect((await screen.findAllByRole('option'))[0]).toHaveTextContent('name');
  await userEvent.keyboard('{Escape}');
  await userEvent.clear(text);
  await userEvent.keyboard('a / b, http://x');
  expect(data().answer).toBe('a / b, http://x');
});

it('takes a field of a file out of what is unfolded', async () => {
  const { data } = await show();
  await userEvent.click(await screen.findByRole('button', { name: 'Insert a variable into Answer' }));
  await userEvent.type(await screen.findByRole('combobox', { name: 'Find by node or name' }), 'extension{Enter}');
  expect(data().answer).toBe('{{#start.paper.extension#}}');
});

it('deletes a reference as one thing, and gives the DSL’s text to the clipboard', async () => {
  const { data } = await show('a{{#start.name#}}');
  const text = await field();
  await userEvent.click(text);
  text.setSelectionRange(0, text.value.length);
  const copied = new Map<string, string>();
  fireEvent.copy(text, { clipboardData: { setData: (type: string, value: string) => copied.set(type, value) } });
  expect(copied.get('text/plain')).toBe('a{{#start.name#}}');

  text.setSelectionRange(text.value.length, text.value.length);
  await userEvent.keyboard('{Backspace}');
  expect(data().answer).toBe('a');
});

it('pastes the DSL’s text as references', async () => {
  const { data } = await show();
  const text = await field();
  await userEvent.click(text);
  fireEvent.paste(text, { clipboardData: { getData: () => 'To {{#llm.text#}}' } });
  expect(data().answer).toBe('To {{#llm.text#}}');
  await waitFor(() => expect(shown(text)).toBe('To Writer/text'));
});

it('marks a reference that names nothing, and keeps its text', async () => {
  const { data } = await show('{{#gone.text#}} x');
  const text = await field();
  expect(text).toBeInvalid();
  expect(screen.getByText(/have no value: gone\.text/)).toBeVisible();
  await userEvent.click(text);
  await userEvent.keyboard('y');
  expect(data().answer).toBe('{{#gone.text#}} xy');
});

it('lets input methods compose without opening anything', async () => {
  const { data } = await show();
  const text = await field();
  fireEvent.compositionStart(text);
  fireEvent.input(text, { target: { value: 'ni/' }, data: '/', inputType: 'insertCompositionText', isComposing: true });
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  fireEvent.compositionEnd(text, { data: '你' });
  fireEvent.input(text, { target: { value: '你' } });
  expect(data().answer).toBe('你');
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, fakeServer, type Answer } from '../../testing/fakeServer';
import { prepareWords } from '../../testing/render';
import { siteBackend } from '../siteBackend';
import { FormPage } from './FormPage';

const form = {
  title: 'Approve', app_name: 'Newsroom', state: 'open', content: 'Publish **tea**?\n\n{{#$output.note#}}', expires_at: '2026-11-21T09:00:00Z', defaults: {},
  inputs: [{ type: 'paragraph', output_variable_name: 'note', label: 'Note', required: true }, { type: 'file', output_variable_name: 'paper' }],
  actions: [{ id: 'yes', title: 'Publish', button_style: 'primary' }, { id: 'no', title: 'Not yet' }],
};

async function show(answers: Record<string, Answer>) {
  await prepareWords(['site', 'form', 'chat']);
  const server = fakeServer(answers);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FormPage token="abc" backend={siteBackend('forms', { token: undefined, user: undefined, workspace: undefined })} />
    </QueryClientProvider>,
  );
  return server;
}

it('shows what a run asks, and takes the answer', async () => {
  const bodies: unknown[] = [];
  await show({
    'GET /s/api/forms/abc': form,
    'POST /s/api/forms/abc': async (request) => {
      bodies.push(await request.json());
      return new Response(null, { status: 204 });
    },
  });

  expect(await screen.findByRole('heading', { name: 'Approve' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Newsroom', level: 1 })).toBeVisible();
  expect(screen.getByText('“Note” is still empty.')).toBeVisible();
  expect(screen.getByText(/also asks for files/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('Note'), 'Fine.');
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }));

  expect(await screen.findByText('Thank you')).toBeVisible();
  expect(bodies).toEqual([{ action: 'yes', inputs: { note: 'Fine.' } }]);
});

it('says why it takes no answer, and keeps what was typed', async () => {
  await show({
    'GET /s/api/forms/abc': form,
    'POST /s/api/forms/abc': () => problem(409, 'workflows.form_submitted', 'Somebody has already answered this form.'),
  });

  await userEvent.type(await screen.findByLabelText('Note'), 'Fine.');
  await userEvent.click(screen.getByRole('button', { name: 'Not yet' }));

  expect(await screen.findByText(/Somebody has already answered this form/)).toBeVisible();
  expect(screen.getByLabelText('Note')).toHaveValue('Fine.');
});

it.each([
  [{ ...form, state: 'expired', content: '', inputs: [], actions: [] }, 'The time is over'],
  [() => problem(404, 'workflows.form_not_found', 'There is no such form.'), 'No such form'],
] as const)('says that there is nothing to answer any more', async (answer, title) => {
  await show({ 'GET /s/api/forms/abc': answer });
  await waitFor(() => expect(screen.getByText(title)).toBeVisible());
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
});

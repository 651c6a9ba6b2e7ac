import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../testing/fakeServer';
import { page, showEditor } from '../editor/testing';

const one = { id: 'n1', question: 'When open?', answer: 'At eight.', hit_count: 3, message_id: null, created_at: '2026-11-20T09:00:00Z', updated_at: '2026-11-20T09:00:00Z' };
const show = (answers: Record<string, Answer> = {}) => showEditor({
  path: 'apps/a1/annotations', answers: { 'GET /api/v1/apps/a1/annotations': page(one), ...answers },
});

const press = async (name: string) => {
  // Until it is known what somebody may do, nothing can be pressed.
  await waitFor(() => expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-disabled', 'true'));
  await userEvent.click(screen.getByRole('button', { name }));
};

it('changes an annotation in the place of its row', async () => {
  const { server } = await show({ 'PATCH /api/v1/apps/a1/annotations/n1': one });
  await userEvent.click(await screen.findByText('At eight.'));
  const answer = await screen.findByRole('textbox', { name: 'Answer' });
  await userEvent.clear(answer);
  await userEvent.type(answer, 'At nine.{Control>}{Enter}{/Control}');

  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Answer' })).toBeNull());
  expect(await server.calls.find(({ method }) => method === 'PATCH')!.json()).toEqual({ question: 'When open?', answer: 'At nine.' });
});

it('writes a new one and says at its field what is wrong with it', async () => {
  await show({
    'POST /api/v1/apps/a1/annotations': () =>
      problem(400, 'annotations.invalid_text', 'answer may have at most 20,000 characters.', { field: 'answer' }),
  });
  await press('New annotation');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Question' }), 'Q');
  await userEvent.type(screen.getByRole('textbox', { name: 'Answer' }), 'A');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect((await screen.findAllByText('answer may have at most 20,000 characters.')).length).toBeGreaterThan(0);
});

it('shows when it was the answer, and asks before it goes with its hits', async () => {
  const { server } = await show({
    'GET /api/v1/apps/a1/annotations/n1/hits': page({ id: 'h1', message_id: 'm', question: 'Open when?', score: 0.93, source: 'api', created_at: '2026-11-20T09:00:00Z' }),
    'DELETE /api/v1/apps/a1/annotations/n1': () => new Response(null, { status: 204 }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '3 hits of “When open?”' }));
  expect(await screen.findByText('Open when?')).toBeInTheDocument();
  expect(screen.getByText('93 %')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));

  await userEvent.click(await screen.findByRole('button', { name: 'Actions for “When open?”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  expect(await screen.findByText(/3 recorded hits go along/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(server.calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('looks a table through, names the lines at fault, and writes the rest as a job', async () => {
  const fault = { row: 3, reason: 'question is needed' };
  const begun = { id: 'i1', state: 'running', total: 2, written: 1, faults: [fault], error: null, job_id: 'j1', created_at: '' };
  const { server } = await show({
    'POST /api/v1/apps/a1/annotations/import/check': { total: 2, fault_count: 1, faults: [fault] },
    'POST /api/v1/apps/a1/annotations/import': () => Response.json({ ...begun, state: 'waiting', written: 0 }, { status: 202 }),
    'GET /api/v1/apps/a1/annotations/imports/i1': { ...begun, state: 'succeeded', written: 2 },
  });
  await press('Import');
  await userEvent.upload(await screen.findByLabelText(/Drop a CSV file/), new File(['question,answer\na,b'], 'faq.csv', { type: 'text/csv' }));
  expect(await screen.findByText(/Line 3:/)).toBeInTheDocument();
  expect(server.calls.some(({ url }) => url.endsWith('/import'))).toBe(false);
  await userEvent.click(await screen.findByRole('button', { name: 'Import 2 rows' }));

  expect(await screen.findByText('2 of 2 written')).toBeInTheDocument();
});

it('deletes many at once', async () => {
  const { server } = await show({
    'GET /api/v1/apps/a1/annotations': page(one, { ...one, id: 'n2', question: 'Where?' }),
    'POST /api/v1/apps/a1/annotations/delete': { deleted: 2 },
  });
  await screen.findByText('Where?');
  await userEvent.keyboard('jxjx');
  await userEvent.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Delete' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(server.calls.some(({ url }) => url.endsWith('/delete'))).toBe(true));
  expect(await server.calls.find(({ url }) => url.endsWith('/delete'))!.json()).toEqual({ ids: ['n1', 'n2'] });
});

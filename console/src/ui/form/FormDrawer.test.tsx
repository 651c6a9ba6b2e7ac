import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { Problem } from '../../api/problem';
import { renderPage } from '../../testing/render';
import { FormDrawer } from './FormDrawer';

async function show(onSubmit: (values: { name: string }) => Promise<unknown>) {
  const onClose = vi.fn();
  await renderPage(
    <FormDrawer<{ name: string }> title="New" open onClose={onClose} submitLabel="Create" onSubmit={onSubmit}>
      <Form.Item name="name" label="Name" rules={[{ required: true }]}><Input /></Form.Item>
    </FormDrawer>,
  );
  return onClose;
}

it('puts a refusal beside its field, with the trace id above the buttons, and stays open', async () => {
  const onClose = await show(() => Promise.reject(new Problem(409, {
    code: 'x.taken', detail: 'The name is taken.', field: 'name', trace_id: 'abc123',
  })));

  await userEvent.type(screen.getByLabelText('Name'), 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));

  await waitFor(() => expect(screen.getAllByText('The name is taken.')).toHaveLength(2));
  expect(screen.getByText(/abc123/)).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
  expect(onClose).not.toHaveBeenCalled();
});

it('closes when it is saved', async () => {
  const onSubmit = vi.fn(() => Promise.resolve());
  const onClose = await show(onSubmit);

  await userEvent.type(screen.getByLabelText('Name'), 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));

  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onSubmit).toHaveBeenCalledWith({ name: 'Mine' });
});

it('asks once before changes are lost', async () => {
  const onClose = await show(() => Promise.resolve());
  await userEvent.type(screen.getByLabelText('Name'), 'Mine');

  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onClose).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(onClose).toHaveBeenCalledOnce();
});

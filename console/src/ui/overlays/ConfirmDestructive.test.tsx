import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Problem } from '../../api/problem';
import { renderPage } from '../../testing/render';
import { ConfirmDestructive } from './ConfirmDestructive';

const show = (onConfirm: () => Promise<unknown>, onClose = vi.fn(), typeName?: string) => renderPage(
  <ConfirmDestructive
    open title="Delete “Fire code”?" consequence="128 documents will be gone." verb="Delete" typeName={typeName}
    onConfirm={onConfirm} onClose={onClose}
  />,
);

it('wants the name typed before a whole base goes', async () => {
  const onConfirm = vi.fn(() => Promise.resolve());
  const onClose = vi.fn();
  await show(onConfirm, onClose, 'Fire code');
  expect(screen.getByRole('button', { name: 'Delete' })).toBeDisabled();

  await userEvent.type(screen.getByRole('textbox'), 'Fire code');
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));

  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onConfirm).toHaveBeenCalledOnce();
});

it('says why it could not be done, and stays', async () => {
  const onClose = vi.fn();
  await show(() => Promise.reject(new Problem(409, { code: 'x.in_use', detail: 'Three apps use it.' })), onClose);

  await userEvent.click(screen.getByRole('button', { name: 'Delete' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Three apps use it.');
  expect(onClose).not.toHaveBeenCalled();
});

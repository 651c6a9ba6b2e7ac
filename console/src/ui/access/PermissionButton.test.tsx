import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../../testing/render';
import { PermissionButton } from './PermissionButton';

it('says to the pointer and to the keyboard why it cannot be pressed, and does nothing', async () => {
  const press = vi.fn();
  await renderPage(<PermissionButton disabledReason="Nothing is published yet." onClick={press}>Chat</PermissionButton>);
  const button = await screen.findByRole('button', { name: 'Chat' });

  await userEvent.hover(button);
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Nothing is published yet.');
  await userEvent.unhover(button);
  expect(screen.queryByRole('tooltip')).toBeNull();

  await userEvent.tab();
  expect(button).toHaveFocus();
  await screen.findByRole('tooltip');
  expect(button).toHaveAccessibleDescription('Nothing is published yet.');
  await userEvent.keyboard('{Enter}');
  expect(press).not.toHaveBeenCalled();
});

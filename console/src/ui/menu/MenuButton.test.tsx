import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { MenuButton } from './MenuButton';

function show() {
  const chosen = vi.fn();
  render(
    <>
      <MenuButton
        aria-label="Acts"
        items={[
          { key: 'open', label: 'Open', onClick: () => chosen('open') },
          { key: 'locked', label: 'Locked', disabled: true, onClick: () => chosen('locked') },
          null,
          { type: 'divider' },
          { type: 'group', key: 'more', label: 'More', children: [{ key: 'copy', label: 'Copy', onClick: () => chosen('copy') }] },
        ]}
      />
      <button type="button">Next</button>
    </>,
  );
  return { chosen, button: screen.getByRole('button', { name: 'Acts' }) };
}

const menu = () => screen.queryByRole('menu');

it('is walked by arrows over what can be done, chooses by Enter, and gives the focus back', async () => {
  const { chosen, button } = show();
  button.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Open' })).toHaveFocus());
  expect(button).toHaveAttribute('aria-expanded', 'true');

  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'Copy' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(chosen.mock.calls).toEqual([['copy']]);
  expect(menu()).toBeNull();
  expect(button).toHaveFocus();
});

it('closes by Escape, by Tab, which goes on, and by a click beside it; a disabled line does nothing', async () => {
  const { chosen, button } = show();
  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Locked' }));
  expect(chosen).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(menu()).toBeNull();
  expect(button).toHaveFocus();

  await userEvent.keyboard('{ArrowDown}');
  await screen.findByRole('menu');
  await userEvent.tab();
  expect(menu()).toBeNull();
  expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();

  await userEvent.click(button);
  await screen.findByRole('menu');
  await userEvent.click(document.body);
  expect(menu()).toBeNull();

  await userEvent.click(button);
  await screen.findByRole('menu');
  await userEvent.click(button);
  expect(menu()).toBeNull();
});

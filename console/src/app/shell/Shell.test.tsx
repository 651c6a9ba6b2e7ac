import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../testing/render';
import { Shell } from './Shell';

const health = { status: 'degraded', version: '1', environment: 'prod', checks: { database: 'ok', models: { status: 'failing' } } };
const show = (permissions: string[]) => renderPage(<Shell />, {
  route: '*', path: 'apps', words: ['shell'], permissions, answers: { 'GET /health': health },
});

it('leaves out the places that a person may not see', async () => {
  await show(['apps.update']);

  expect(await screen.findByRole('link', { name: 'Apps' })).toHaveAttribute('aria-current', 'page');
  const nav = screen.getByRole('navigation');
  expect(within(nav).queryByRole('link', { name: 'Knowledge' })).toBeNull();
  expect(within(nav).queryByText('Govern')).toBeNull();
});

it('says what is wrong, and which environment this is', async () => {
  await show([]);

  expect(await screen.findByText('Degraded · models')).toBeVisible();
  expect(screen.getByText('PROD')).toBeVisible();
});

it('goes by G and a letter', async () => {
  const { router } = await show(['apps.update', 'knowledge.update']);
  await screen.findByRole('link', { name: 'Knowledge' });

  await userEvent.keyboard('gk');

  await waitFor(() => expect(router.state.location.pathname).toMatch(/\/knowledge$/));
});

it('opens the palette by Ctrl K and goes where it is told', async () => {
  const { router } = await show(['apps.update', 'members.read']);
  await screen.findByRole('link', { name: 'Apps' });

  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), 'memb{Enter}');

  await waitFor(() => expect(router.state.location.pathname).toMatch(/\/members$/));
  expect(screen.queryByRole('combobox')).toBeNull();
});

it('lists the keys by ?', async () => {
  await show(['apps.update']);
  await screen.findByRole('link', { name: 'Apps' });

  await userEvent.keyboard('?');

  expect(await screen.findByRole('dialog')).toHaveTextContent('Keyboard shortcuts');
});

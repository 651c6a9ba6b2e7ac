import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem, type Answer } from '../../../../testing/fakeServer';
import { renderPage } from '../../../../testing/render';
import type { App } from '../../../../ui/chat/queries';
import { PublicPage } from './PublicPage';
import type { SiteAccess } from './siteQueries';

const app = { id: 'a1', name: 'Fire assistant', version: 2 } as App;
const off: SiteAccess = {
  token: null, enabled: false, mode: 'open', networks: [], origins: [], expires_at: null, requests_per_minute: 20, requests_per_day: 500,
  concurrent_answers: 2, has_access_code: false, has_identity_secret: false, issued_at: null,
};
const on: SiteAccess = { ...off, enabled: true, token: 'tok' };
const look = {
  title: 'Fire assistant', icon_type: 'emoji', icon: null, icon_background: null, description: '', copyright: '', privacy_policy: '',
  custom_disclaimer: '', default_language: 'en-US', chat_color_theme: null, chat_color_theme_inverted: false, theme: 'system',
  show_powered_by: true, input_placeholder: '', show_workflow_steps: true, use_icon_as_answer_icon: false,
};

const show = (access: SiteAccess, answers: Record<string, Answer> = {}, permissions = ['apps.read', 'apps.update']) =>
  renderPage(<PublicPage app={app} base="https://middeck.test" />, {
    words: ['siteSettings'], permissions,
    answers: { 'GET /api/v1/apps/a1/site/access': access, 'GET /api/v1/apps/a1/site': look, ...answers },
  });
// What one may do is known a moment after the page.
async function press(name: string) {
  await waitFor(() => expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-disabled'));
  await userEvent.click(screen.getByRole('button', { name }));
}
const bodyOf = (calls: Request[]) => calls.findLast(({ method }) => method === 'PUT')!.clone().json();

it('switches the page on and shows its link', async () => {
  const { server } = await show(off, { 'PUT /api/v1/apps/a1/site/access': on });
  await userEvent.click(await screen.findByRole('switch', { name: 'Public page' }));
  expect(await screen.findByText('https://middeck.test/s/tok')).toBeVisible();
  expect(await bodyOf(server.calls)).toMatchObject({ enabled: true, mode: 'open', requests_per_day: 500 });
});

it('asks for a code where the code opens the page, and marks what the server refuses', async () => {
  const { server } = await show(on, {
    'PUT /api/v1/apps/a1/site/access': () => problem(400, 'sites.invalid_networks', 'x', { field: 'networks[0]' }),
  });
  await press('Access');
  await userEvent.click(await screen.findByLabelText('Whoever knows the access code'));
  await userEvent.type(await screen.findByLabelText('Access code'), 'sesame');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findAllByText('A network looks like 10.0.0.0/8 or 192.0.2.7.')).length).toBeGreaterThan(0);
  expect(await bodyOf(server.calls)).toMatchObject({ enabled: true, mode: 'code', access_code: 'sesame' });
});

it('changes how the page looks, with a picture of it', async () => {
  const { server } = await show(on, { 'PUT /api/v1/apps/a1/site': look });
  await press('Appearance');
  const title = await screen.findByLabelText('Title');
  await userEvent.clear(title);
  await userEvent.type(title, 'Codes');
  expect(await screen.findByRole('img', { name: 'Preview of the page' })).toHaveTextContent('Codes');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect(await bodyOf(server.calls)).toMatchObject({ title: 'Codes', show_workflow_steps: true }));
});

it('gives the snippet, and the secret once', async () => {
  await show(on, { 'POST /api/v1/apps/a1/site/identity-secret': { secret: 's3cret' } });
  await press('Embedding');
  expect(await screen.findByText(/<script src="https:\/\/middeck.test\/embed.js" data-token="tok" async>/)).toBeInTheDocument();
  expect(screen.getByText(/No page may embed it yet/)).toBeInTheDocument();
  await press('Make a secret');
  expect(await screen.findByText('s3cret')).toBeInTheDocument();
});

it('asks before the link becomes another', async () => {
  await show(on, { 'POST /api/v1/apps/a1/site/token': { ...on, token: 'next' } });
  await press('New link');
  await userEvent.click(await screen.findByRole('button', { name: 'Give a new link' }));
  expect(await screen.findByText('https://middeck.test/s/next')).toBeVisible();
});

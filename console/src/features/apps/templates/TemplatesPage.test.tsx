import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, workspaceId } from '../../../testing/render';
import { TemplatesPage } from './TemplatesPage';

const summary = { id: 'summary', category: 'writing', mode: 'completion', icon: '📝', language: 'en', name: 'Summary', description: 'Brings long texts down' };
const qa = { ...summary, id: 'qa', category: 'knowledge', mode: 'chat', name: 'Knowledge Q&A', description: 'Answers' };

it('finds a template, shows what it holds, and makes a named app of it', async () => {
  const { server, router } = await renderPage(<TemplatesPage />, {
    route: 'templates', words: ['apps', 'appList', 'appEditor'], permissions: ['apps.read', 'apps.create'],
    answers: {
      'GET /api/v1/app-templates': [summary, qa],
      'GET /api/v1/app-templates/summary': {
        ...summary, config: { pre_prompt: 'Summarise {{article}}', user_input_form: [{ paragraph: { variable: 'article', label: 'Article', required: true } }] },
      },
      'GET /api/v1/knowledge-bases': { data: [], has_more: false, next_cursor: null },
      'POST /api/v1/apps': () => Response.json({ id: 'a9' }, { status: 201 }),
    },
  });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Filter templates' }), 'long');
  await waitFor(() => expect(screen.queryByText('Knowledge Q&A')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: /Summary/ }));
  expect(await screen.findByText('Summarise {{article}}')).toBeVisible();
  expect(screen.getByText('Paragraph')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Use' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Create and open' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/w/${workspaceId}/apps/a9`));
  expect(await server.calls.find(({ method }) => method === 'POST')!.json()).toMatchObject({ name: 'Mine', template: 'summary', language: 'en' });
});

it('reads the templates in the other language too', async () => {
  const { server } = await renderPage(<TemplatesPage />, {
    route: 'templates', words: ['apps', 'appList', 'appEditor'], permissions: ['apps.read'], answers: { 'GET /api/v1/app-templates': [summary] },
  });
  await userEvent.click(await screen.findByText('中文'));

  await waitFor(() => expect(server.calls.some(({ url }) => url.includes('language=zh-CN'))).toBe(true));
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import i18n from 'i18next';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { onTestFinished } from 'vitest';
import { acceptAnswer, signOut } from '../api/session';
import type { Me } from '../api/types';
import { startI18n } from '../i18n/i18n';
import { listenForShortcuts } from '../ui/acts/shortcuts';
import { Toasts } from '../ui/toast/Toasts';
import { fakeServer, type Answer } from './fakeServer';

export const workspaceId = '0190c0de-0000-7000-8000-000000000001';

// jsdom computes styles by going through every rule for every element: without Ant Design's own, and without waiting for its
// motions, the pages are tested several times faster.
const styleless = { zeroRuntime: true, token: { motion: false } };

interface PageOptions {
  /** The route of the page below the workspace, such as `apps/:id`. */
  route?: string;
  /** The address below the workspace, such as `apps/7?tab=logs`; by default the route. */
  path?: string;
  permissions?: readonly string[];
  answers?: Record<string, Answer>;
  /** Namespaces of the page, so that nothing suspends. */
  words?: readonly string[];
  language?: 'en' | 'zh-CN';
  /** Nobody is signed in; the refresh is refused unless it is among the answers. */
  signedOut?: boolean;
}

export const me: Me = {
  id: 'u1', email: 'wang@example.cn', name: 'Wang Yuqing', language: null, default_workspace_id: workspaceId,
  must_change_password: false, created_at: '2026-01-01T00:00:00Z', last_login_at: null,
  workspace: { id: workspaceId, name: 'East Design', role: 'editor' }, permissions: [], installation_admin: false,
};

/** Shows a page of a workspace to somebody signed in, against a prepared server; in English unless said otherwise. */
export async function renderPage(page: ReactNode, options: PageOptions = {}) {
  const { route = '', path = route, permissions = [], answers = {}, words = [], language = 'en', signedOut = false } = options;
  await prepareWords(words, language);
  const server = fakeServer({ 'GET /api/v1/auth/me': { ...me, permissions: [...permissions] }, ...answers });
  if (signedOut) await signOut();
  else acceptAnswer({ access_token: 'test', expires_in: 3600 });
  window.history.replaceState(null, '', `/w/${workspaceId}/${path}`);
  onTestFinished(listenForShortcuts());

  const router = createMemoryRouter(
    [{ path: '/w/:ws', children: [{ path: route, element: page }, { path: '*', element: <p>elsewhere</p> }] }, { path: '*', element: <p>outside</p> }],
    { initialEntries: [`/w/${workspaceId}/${path}`] },
  );
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <ConfigProvider theme={styleless}>
      <QueryClientProvider client={cache}><RouterProvider router={router} /><Toasts /></QueryClientProvider>
    </ConfigProvider>,
  );
  return { ...view, server, router, cache };
}

/** Loads the words that a test shows. */
export async function prepareWords(namespaces: readonly string[] = [], language: 'en' | 'zh-CN' = 'en'): Promise<void> {
  if (!i18n.isInitialized) await startI18n(language);
  await i18n.changeLanguage(language);
  await i18n.loadNamespaces(['errors', ...namespaces]);
}

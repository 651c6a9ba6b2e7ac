import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../api/client';

export type SiteMode = 'open' | 'code' | 'sign_in';

/** Whether an app has a public page, who may open it, from where and how often. */
export interface SiteAccess {
  token: string | null;
  enabled: boolean;
  mode: SiteMode;
  networks: string[];
  origins: string[];
  expires_at: string | null;
  requests_per_minute: number | null;
  requests_per_day: number | null;
  concurrent_answers: number | null;
  has_access_code: boolean;
  has_identity_secret: boolean;
  issued_at: string | null;
}

export type SiteAccessChange =
  Omit<SiteAccess, 'token' | 'has_access_code' | 'has_identity_secret' | 'issued_at'> & { access_code?: string | null };

/** How the page looks; the names are those of the API. */
export interface SiteSettings {
  title: string;
  icon_type: string;
  icon: string | null;
  icon_background: string | null;
  description: string;
  copyright: string;
  privacy_policy: string;
  custom_disclaimer: string;
  default_language: string;
  chat_color_theme: string | null;
  chat_color_theme_inverted: boolean;
  theme: 'system' | 'light' | 'dark';
  show_powered_by: boolean;
  input_placeholder: string;
  show_workflow_steps: boolean;
  use_icon_as_answer_icon: boolean;
}

export const sitePath = (app: string) => `/api/v1/apps/${app}/site`;

export const siteAccessQuery = (ws: string, app: string) => queryOptions({
  queryKey: ['apps', ws, 'site-access', app],
  queryFn: ({ signal }) => api.get<SiteAccess>(`${sitePath(app)}/access`, { signal }),
});

export const siteSettingsQuery = (ws: string, app: string) => queryOptions({
  queryKey: ['apps', ws, 'site', app],
  queryFn: ({ signal }) => api.get<SiteSettings>(sitePath(app), { signal }),
});

/** What may be changed of the access, without what only the server says. */
export function changeOf(access: SiteAccess): SiteAccessChange {
  const { enabled, mode, networks, origins, expires_at, requests_per_minute, requests_per_day, concurrent_answers } = access;
  return { enabled, mode, networks, origins, expires_at, requests_per_minute, requests_per_day, concurrent_answers };
}

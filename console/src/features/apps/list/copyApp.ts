import { api } from '../../../api/client';
import type { App, Draft } from '../../../ui/chat/queries';

/** Makes a new app from the draft of another. Keys, versions and conversations stay behind. */
export async function copyApp(app: App, name: string): Promise<App> {
  const { config } = await api.get<Draft>(`/api/v1/apps/${app.id}/draft`);
  const { mode, description, icon } = app;
  return api.post<App>('/api/v1/apps', { name: name.slice(0, 100), mode, description, icon, config });
}

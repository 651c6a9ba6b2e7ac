import { send } from '../../../api/client';
import type { App } from '../../../ui/chat/queries';
import { saveBlob } from '../../../ui/saveBlob';

interface ExportOptions {
  /** Of which version; the draft without one. */
  version?: number;
  /** With keys and secret values as they are; else they are left out. */
  secrets?: boolean;
}

/** Saves an app as a YAML file of the DSL. */
export async function exportApp(app: Pick<App, 'id' | 'name'>, { version, secrets }: ExportOptions = {}): Promise<void> {
  const file = await send(`/api/v1/apps/${app.id}/export`, { query: { version, include_secrets: secrets } });
  saveBlob(await file.blob(), `${app.name.replace(/["*/:<>?\\|]/g, '_')}${version === undefined ? '' : `-v${version}`}.yml`);
}

import type { AppConfig } from '../../../ui/chat/appConfig';
import type { App } from '../../../ui/chat/queries';
import { ConflictDrawer } from '../draft/ConflictDrawer';
import type { DraftState } from '../draft/DraftSaver';
import { DeleteApp } from '../list/DeleteApp';
import { PublishDrawer } from '../versions/PublishDrawer';
import { EditAppDrawer } from './EditAppDrawer';

export type DrawerName = 'publish' | 'conflict' | 'edit' | 'delete';

interface EditorDrawersProps {
  open: DrawerName;
  app: App;
  state: DraftState;
  nameOf: (id: string) => string;
  onClose: () => void;
  onResolve: (config: AppConfig) => Promise<void>;
  onDeleted: () => void;
}

/** What opens over the editor, loaded when the first of it does. */
export function EditorDrawers({ open, app, state, nameOf, onClose, onResolve, onDeleted }: EditorDrawersProps) {
  switch (open) {
    case 'publish': return <PublishDrawer app={app} config={state.config} open onClose={onClose} nameOf={nameOf} />;
    case 'conflict': return <ConflictDrawer draft={state} open onClose={onClose} onResolve={onResolve} nameOf={nameOf} />;
    case 'edit': return <EditAppDrawer app={app} open onClose={onClose} />;
    case 'delete': return <DeleteApp app={app} onClose={onClose} onDeleted={onDeleted} />;
  }
}

import type { App } from '../../../ui/chat/queries';
import type { DraftSaver, DraftState } from '../../apps/draft/DraftSaver';
import { PublishDrawer } from '../../apps/versions/PublishDrawer';
import { PublishChanges } from '../compare/PublishChanges';
import { readConfig } from '../model/read';
import { ConflictDrawer } from '../panels/ConflictDrawer';

interface FlowDrawersProps {
  open: 'publish' | 'conflict';
  app: App;
  saver: DraftSaver;
  state: DraftState;
  onClose: () => void;
}

const nameOf = (id: string): string => id;

/** What opens over the canvas. */
export function FlowDrawers({ open, app, saver, state, onClose }: FlowDrawersProps) {
  return open === 'publish'
    ? <PublishDrawer app={app} config={state.config} open onClose={onClose} nameOf={nameOf} changes={<PublishChanges app={app} config={readConfig(state.config)} />} />
    : <ConflictDrawer draft={state} onClose={onClose} onResolve={saver.resolve} />;
}

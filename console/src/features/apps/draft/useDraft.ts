import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { appQuery, draftQuery, type App, type Draft } from '../../../ui/chat/queries';
import { DraftSaver } from './DraftSaver';

/** The draft of an app in the hands of who edits it. Begins with what was read; leaving saves the rest. */
export function useDraft(app: App, draft: Draft) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [saver] = useState(() => new DraftSaver(draft, async (revision, config) => {
    const saved = await api.put<Draft>(`/api/v1/apps/${app.id}/draft`, { revision, config });
    cache.setQueryData(draftQuery(ws, app.id).queryKey, saved);
    cache.setQueryData(appQuery(ws, app.id).queryKey, (before) => before && {
      ...before, draft_revision: saved.revision, has_unpublished_changes: before.version !== null,
    });
    return saved;
  }));
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  useEffect(() => () => void saver.saveNow(), [saver]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.state().status !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [saver]);

  return { saver, state };
}

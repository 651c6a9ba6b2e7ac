import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { appQuery, draftQuery, type App, type Draft } from '../../../ui/chat/queries';
import { DraftSaver } from './DraftSaver';

// Drafts that could not be saved when their page was left: coming back finds them as they were.
const unsaved = new WeakMap<QueryClient, Map<string, DraftSaver>>();

/** The draft of an app in the hands of who edits it. Begins with what was read; leaving saves the rest. */
export function useDraft(app: App, draft: Draft) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [saver] = useState(() => unsaved.get(cache)?.get(app.id) ?? new DraftSaver(draft, async (revision, config) => {
    const saved = await api.put<Draft>(`/api/v1/apps/${app.id}/draft`, { revision, config });
    cache.setQueryData(draftQuery(ws, app.id).queryKey, saved);
    cache.setQueryData(appQuery(ws, app.id).queryKey, (before) => before && {
      ...before, draft_revision: saved.revision, has_unpublished_changes: before.version !== null,
    });
    return saved;
  }));
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  useEffect(() => {
    unsaved.get(cache)?.delete(app.id);
    return () => {
      const kept = unsaved.get(cache) ?? new Map<string, DraftSaver>();
      unsaved.set(cache, kept.set(app.id, saver));
      void saver.saveNow().then(() => saver.state().status === 'saved' && kept.delete(app.id));
    };
  }, [saver, cache, app.id]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.state().status !== 'saved') event.preventDefault();
    };
    const again = () => saver.state().status === 'failed' && void saver.saveNow();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('online', again);
    };
  }, [saver]);

  return { saver, state };
}

import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useLive } from '../../../api/live';
import { useWorkspaceId } from '../../../api/queries';
import { toast } from '../../../ui/toast/toast';
import { baseQuery, documentsKey } from '../queries';
import { keepSource, renewRuns, renewSources, sourcePath } from './queries';
import { isSyncing, refusalText } from './sourceText';
import type { Source } from './types';

/** Follows the sources of a base as the server reads them. */
export function useSourceChanges(base: string): void {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  useLive(`knowledge:${base}`, ({ type, data }) => {
    if (type !== 'source.changed') return;
    const source = data as Source;
    void keepSource(cache, ws, source);
    if (!isSyncing(source)) void renewRuns(cache, ws, source);
  });
}

/** What can be done with a source. A refusal is told in a toast; `confirm` and `remove` throw, for the questions before them. */
export function useSourceActs() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const path = ({ knowledge_base_id: base, id }: Source) => sourcePath(base, id);
  const told = async (source: Source, act: 'sync' | 'cancel' | 'confirm') => {
    await keepSource(cache, ws, await api.post<Source>(`${path(source)}/${act}`));
    await renewRuns(cache, ws, source);
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      toast(refusalText(error), { tone: 'error' });
    }
  };

  return {
    sync: (source: Source) => attempt(() => told(source, 'sync')),
    cancel: (source: Source) => attempt(() => told(source, 'cancel')),
    confirm: (source: Source) => told(source, 'confirm'),
    remove: async (source: Source, withDocuments: boolean) => {
      await api.delete(path(source), { query: { remove_documents: withDocuments } });
      const base = source.knowledge_base_id;
      await Promise.all([
        renewSources(cache, ws, base),
        ...[documentsKey(ws, base), baseQuery(ws, base).queryKey].map((queryKey) => cache.invalidateQueries({ queryKey })),
      ]);
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { api, send } from '../../../api/client';
import { Problem, problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { unwatch } from '../documentCache';
import { basePath, baseQuery, documentPath, documentsKey } from '../queries';
import type { BatchAction, BatchOutcome, BatchResult, KnowledgeDocument } from '../types';
import { saveBlob } from '../../../ui/saveBlob';

/** What can be done to several documents; cutting them anew goes document by document. */
export type ManyAct = BatchAction | 'rechunk';

const most = 1000;
const atOnce = 3;

/** Acts on many documents at once, each with an outcome of its own. A refusal of the whole is thrown as `Problem`. */
export function useDocumentBatch(base: string) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const path = `${basePath(base)}/documents`;

  const batch = async (action: BatchAction, ids: readonly string[]): Promise<BatchOutcome[]> => {
    const all: BatchOutcome[] = [];
    for (let from = 0; from < ids.length; from += most) {
      all.push(...(await api.post<BatchResult>(`${path}/batch`, { action, ids: ids.slice(from, from + most) })).results);
    }
    return all;
  };
  const rechunk = async (ids: readonly string[]): Promise<BatchOutcome[]> => {
    const outcomes: BatchOutcome[] = [];
    const waiting = [...ids];
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) outcomes.push(await rechunkOne(base, id));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return outcomes;
  };

  return {
    run: async (act: ManyAct, documents: readonly KnowledgeDocument[]): Promise<BatchOutcome[]> => {
      const ids = documents.map(({ id }) => id);
      try {
        const outcomes = act === 'rechunk' ? await rechunk(ids) : await batch(act, ids);
        if (act === 'delete') for (const { id, ok } of outcomes) if (ok) unwatch(cache, ws, base, id);
        return outcomes;
      } finally {
        await Promise.all([documentsKey(ws, base), baseQuery(ws, base).queryKey].map((queryKey) =>
          cache.invalidateQueries({ queryKey })));
      }
    },
    /** Hands the originals to the browser as one archive. */
    download: async (documents: readonly KnowledgeDocument[]): Promise<void> => {
      const answer = await send(`${path}/download-zip`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ids: documents.slice(0, most).map(({ id }) => id) }),
      });
      saveBlob(await answer.blob(), 'documents.zip');
    },
  };
}

async function rechunkOne(base: string, id: string): Promise<BatchOutcome> {
  try {
    await api.post(`${documentPath(base, id)}/rechunk`, {});
    return { id, ok: true, code: null, detail: null };
  } catch (error) {
    return { id, ok: false, code: error instanceof Problem ? error.code : null, detail: problemText(error) };
  }
}

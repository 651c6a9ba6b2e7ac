import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toast/toast';
import { attempt } from './attempt';
import type { ChunkDrafts } from './ChunkDrafts';
import type { Chunk } from './types';
import type { ChunkActs } from './useChunkActs';

/** Takes the chunk that follows into one. Unsaved text of either would be lost, so it refuses. */
export function useMerge(rows: readonly Chunk[], drafts: ChunkDrafts, acts: ChunkActs, onChoose: (id: string) => void) {
  const { t } = useTranslation('document');
  return (chunk: Chunk) => {
    const next = rows.find(({ position }) => position === chunk.position + 1);
    if (drafts.get(chunk.id) || (next && drafts.get(next.id))) {
      toast(t('merge.unsaved'));
      return;
    }
    void attempt(async () => {
      const merged = await acts.mergeWithNext(chunk);
      onChoose(merged.id);
      // One line break was put between the two; answers and keywords cannot be told apart again.
      const undo = () => void attempt(() => acts.split(merged, chunk.content.length + 1));
      const isPlain = merged.answer === null && merged.keywords.length === 0;
      toast(t('merge.done', { position: chunk.position }), isPlain ? { action: { label: t('common:undo'), run: undo } } : {});
    });
  };
}

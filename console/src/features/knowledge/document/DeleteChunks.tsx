import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { Chunk } from './types';
import type { ChunkActs } from './useChunkActs';

interface DeleteChunksProps {
  /** Those that are asked about; none closes the question. */
  chunks: readonly Chunk[];
  acts: ChunkActs;
  onClose: () => void;
  onDeleted: (chunks: readonly Chunk[]) => void;
}

/** The question before chunks are deleted: their hits and children go with them and cannot be brought back. */
export function DeleteChunks({ chunks, acts, onClose, onDeleted }: DeleteChunksProps) {
  const { t } = useTranslation('document');
  // What is asked stays readable while the dialog closes.
  const [asked, setAsked] = useState(chunks);
  if (chunks.length > 0 && chunks !== asked) setAsked(chunks);
  const hits = asked.reduce((sum, { hit_count }) => sum + hit_count, 0);
  return (
    <ConfirmDestructive
      open={chunks.length > 0}
      title={asked.length === 1
        ? t('delete.one', { position: asked[0]!.position })
        : t('delete.many', { count: asked.length, shown: count(asked.length) })}
      consequence={t('delete.consequence', { hits: count(hits) })}
      verb={t('common:delete')}
      onClose={onClose}
      onConfirm={async () => {
        await acts.change(chunks, 'delete');
        onDeleted(chunks);
      }}
    />
  );
}

import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs, type Act } from '../../../ui/acts/acts';
import type { ChunkContext } from './ChunkContext';
import type { Chunk } from './types';

/** J and K walk through the chunks, E edits, N adds below, M merges with the next, X selects, ⇧X selects a range. */
export function useChunkKeys(
  rows: readonly Chunk[], context: ChunkContext, chosen: string | undefined, list: RefObject<HTMLUListElement | null>,
  show: (index: number) => void,
): void {
  const { t } = useTranslation('document');
  const { editing, selection, mayChange, fixed, onChoose, merge } = context;

  const present = () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-chunk-row]')?.dataset.chunkRow;
    return rows.findIndex(({ id }) => id === (focused ?? chosen));
  };
  const move = (by: 1 | -1) => {
    const index = Math.max(0, Math.min(rows.length - 1, present() + by));
    const row = rows[index];
    if (!row) return;
    onChoose(row.id);
    show(index);
    // A row out of sight is drawn first.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-chunk-row="${row.id}"] > button`)?.focus({ preventScroll: true });
    });
  };
  const withPresent = (act: (chunk: Chunk) => void) => () => {
    const row = rows[present()];
    if (row) act(row);
  };

  const acts: Act[] = [
    { id: 'chunk.next', label: t('common:table.key.next'), keys: 'j', quiet: true, run: () => move(1) },
    { id: 'chunk.previous', label: t('common:table.key.previous'), keys: 'k', quiet: true, run: () => move(-1) },
  ];
  if (mayChange) {
    acts.push(
      { id: 'chunk.select', label: t('common:table.key.select'), keys: 'x', quiet: true, run: withPresent(({ id }) => selection.toggle(id)) },
      { id: 'chunk.range', label: t('common:table.key.range'), keys: 'shift+x', quiet: true, run: withPresent(({ id }) => selection.toggle(id, true)) },
    );
  }
  if (mayChange && fixed === undefined && rows.length > 0) {
    acts.push(
      { id: 'chunk.edit', label: t('key.edit'), keys: 'e', group: 'object', run: withPresent(editing.edit) },
      { id: 'chunk.add', label: t('chunk.add_below'), keys: 'n', group: 'object', run: withPresent(editing.addBelow) },
      { id: 'chunk.merge', label: t('chunk.merge'), keys: 'm', group: 'object', run: withPresent(merge) },
    );
  }
  useActs(acts);
}

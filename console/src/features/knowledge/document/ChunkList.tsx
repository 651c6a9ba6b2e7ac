import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ChunkContext } from './ChunkContext';
import { ChunkItem } from './ChunkItem';
import type { Chunk } from './types';
import { useChunkKeys } from './useChunkKeys';

/** Above this many only those in sight are in the document. */
const virtualAbove = 60;

interface ChunkListProps {
  rows: readonly Chunk[];
  context: ChunkContext;
  chosen: string | undefined;
  hovered: Chunk | undefined;
  /** Reads further ones, if there are any. */
  onEnd: (() => void) | undefined;
  onLeave: () => void;
}

/** The chunks in their order; a document may have thousands. */
export function ChunkList({ rows, context, chosen, hovered, onEnd, onLeave }: ChunkListProps) {
  const list = useRef<HTMLUListElement>(null);
  const isVirtual = rows.length > virtualAbove;
  const virtual = useVirtualizer({
    enabled: isVirtual,
    count: rows.length,
    estimateSize: () => 150,
    overscan: 6,
    getItemKey: (index) => rows[index]!.id,
    getScrollElement: () => list.current?.closest<HTMLElement>('.md-chunk-scroll') ?? null,
  });
  const items = virtual.getVirtualItems();
  const from = isVirtual ? items[0]?.index ?? 0 : 0;
  const to = isVirtual ? items.at(-1)?.index ?? 0 : rows.length - 1;
  const above = isVirtual ? items[0]?.start ?? 0 : 0;
  const below = isVirtual ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  const show = (index: number) => {
    if (isVirtual) virtual.scrollToIndex(index, { align: 'auto' });
    else list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  useChunkKeys(rows, context, chosen, list, show);

  // Also when it was chosen in the text, far from where the list stands. Rows that come later are no reason to scroll back.
  const scrolledTo = useRef<string>(undefined);
  useEffect(() => {
    const at = rows.findIndex(({ id }) => id === chosen);
    if (at >= 0 && scrolledTo.current !== chosen) show(at);
    scrolledTo.current = at >= 0 ? chosen : undefined;
  });

  const isNearEnd = isVirtual && to >= rows.length - 20;
  useEffect(() => {
    if (isNearEnd) onEnd?.();
  }, [isNearEnd, onEnd]);

  return (
    <ul ref={list} className="md-chunk-list" style={{ paddingTop: above, paddingBottom: below }} onMouseLeave={onLeave}>
      {rows.slice(from, to + 1).map((chunk, index) => (
        <ChunkItem
          key={chunk.id} chunk={chunk} index={from + index} context={context} isChosen={chunk.id === chosen}
          isHovered={chunk.id === hovered?.id} measure={isVirtual ? virtual.measureElement : undefined}
        />
      ))}
    </ul>
  );
}

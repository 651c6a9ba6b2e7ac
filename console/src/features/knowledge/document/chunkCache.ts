import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '../../../api/types';
import type { Chunk } from './types';

export type ChunkPages = InfiniteData<Page<Chunk>, string | undefined>;

/** Puts chunks where they are listed already; the others stay out, for a filter may have left them out. */
export function withChunks(list: ChunkPages, chunks: readonly Chunk[]): ChunkPages {
  const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]));
  return mapRows(list, (rows) => rows.map((row) => byId.get(row.id) ?? row));
}

/** Takes chunks out; those behind move up. */
export function withoutChunks(list: ChunkPages, ids: ReadonlySet<string>): ChunkPages {
  const gone = list.pages.flatMap(({ data }) => data).filter(({ id }) => ids.has(id)).map(({ position }) => position);
  return mapRows(list, (rows) => rows.filter(({ id }) => !ids.has(id)).map((row) => {
    const ahead = gone.filter((position) => position < row.position).length;
    return ahead === 0 ? row : { ...row, position: row.position - ahead };
  }));
}

/**
 * Puts chunks in the place of `count` others, the first of which stood at `first`; those behind move. With none to replace they
 * stand before what was at `first`.
 */
export function respliced(list: ChunkPages, first: number, count: number, put: readonly Chunk[]): ChunkPages {
  const end = first + count;
  const moved = put.length - count;
  const last = list.pages.length - 1;
  let isPut = false;
  return {
    ...list,
    pages: list.pages.map((page, at) => {
      const before = page.data.filter(({ position }) => position < first);
      const behind = page.data.filter(({ position }) => position >= end)
        .map((row) => (moved === 0 ? row : { ...row, position: row.position + moved }));
      // Once, on the page where the place is, or at the very end.
      const isHere = !isPut && (before.length < page.data.length || at === last);
      isPut ||= isHere;
      return { ...page, data: [...before, ...(isHere ? put : []), ...behind] };
    }),
  };
}

/** Changes all lists whose keys begin with this. */
export function changeLists(cache: QueryClient, key: readonly unknown[], change: (list: ChunkPages) => ChunkPages): void {
  cache.setQueriesData<ChunkPages>({ queryKey: key }, (list) => list && change(list));
}

const mapRows = (list: ChunkPages, change: (rows: Chunk[]) => Chunk[]): ChunkPages => ({
  ...list, pages: list.pages.map((page) => ({ ...page, data: change(page.data) })),
});

import type { Selection } from '../../../ui/table/useSelection';
import type { KnowledgeDocument } from '../types';
import type { whyFixed } from './chunkAccess';
import type { ChunkDrafts } from './ChunkDrafts';
import type { Chunk } from './types';
import type { ChunkActs } from './useChunkActs';
import type { ChunkEditing } from './useChunkEditing';

/** What the rows of a document's chunks share. */
export interface ChunkContext {
  document: KnowledgeDocument;
  acts: ChunkActs;
  editing: ChunkEditing;
  drafts: ChunkDrafts;
  selection: Selection<Chunk>;
  /** The words that are searched for; empty for none. */
  search: string;
  mayChange: boolean;
  /** Why nothing can be changed now, as a key of the words. */
  fixed: ReturnType<typeof whyFixed>;
  /** The chunks whose children are shown. */
  unfolded: ReadonlySet<string>;
  onChoose: (id: string) => void;
  onHover: (chunk: Chunk) => void;
  onDelete: (chunks: readonly Chunk[]) => void;
  onUnfold: (id: string, isUnfolded: boolean) => void;
  merge: (chunk: Chunk) => void;
  /** Does it, and says in a toast what the server refused. */
  attempt: (act: () => Promise<unknown>) => Promise<void>;
}

import { useCallback, useSyncExternalStore } from 'react';
import type { ChildChunk, Chunk } from './types';

type Origin = Pick<Chunk, 'content' | 'answer' | 'summary' | 'keywords' | 'child_count' | 'updated_at'>;

/** What somebody has typed into a chunk or a child of one and not saved. */
export interface ChunkDraft {
  content: string;
  /** Empty for none. */
  answer: string;
  summary: string;
  keywords: readonly string[];
  /** Whether the children are made again from another content. */
  remakeChildren: boolean;
  /** What the edit began from; undefined for something new. */
  from: Origin | undefined;
}

/** The draft of a chunk that begins as the chunk stands. */
export const draftOf = (chunk: Origin | undefined): ChunkDraft => ({
  content: chunk?.content ?? '', answer: chunk?.answer ?? '', summary: chunk?.summary ?? '', keywords: chunk?.keywords ?? [],
  remakeChildren: true, from: chunk,
});

export const draftOfChild = ({ content, updated_at }: ChildChunk): ChunkDraft =>
  draftOf({ content, updated_at, answer: null, summary: null, keywords: [], child_count: 0 });

/** The keys of drafts that have no chunk of their own yet, and of children. */
export const keyOf = {
  added: (behind: string) => `behind ${behind}`,
  child: (child: string) => `child ${child}`,
  addedChild: (chunk: string) => `child of ${chunk}`,
};

/** Whether there is something to lose. */
export function isDirty(draft: ChunkDraft): boolean {
  const before = draftOf(draft.from);
  return draft.content !== before.content || draft.answer !== before.answer || draft.summary !== before.summary
    || draft.keywords.join('\n') !== before.keywords.join('\n');
}

/** The drafts of a document by the keys of their chunks. They outlive their rows, which come and go as the list is scrolled. */
export class ChunkDrafts {
  readonly #drafts = new Map<string, ChunkDraft>();
  readonly #listeners = new Set<() => void>();

  get = (key: string): ChunkDraft | undefined => this.#drafts.get(key);

  set = (key: string, draft: ChunkDraft): void => {
    this.#drafts.set(key, draft);
    this.#tell();
  };

  drop = (key: string): void => {
    if (this.#drafts.delete(key)) this.#tell();
  };

  dirtyCount = (): number => [...this.#drafts.values()].filter(isDirty).length;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The draft of one chunk; others do not draw it again. */
export function useDraft(drafts: ChunkDrafts, key: string): ChunkDraft | undefined {
  return useSyncExternalStore(drafts.subscribe, useCallback(() => drafts.get(key), [drafts, key]));
}

/** How many chunks have unsaved changes. */
export const useDirtyCount = (drafts: ChunkDrafts): number => useSyncExternalStore(drafts.subscribe, drafts.dirtyCount);

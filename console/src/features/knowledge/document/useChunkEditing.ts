import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toast/toast';
import { draftOf, isDirty, keyOf, type ChunkDraft, type ChunkDrafts } from './ChunkDrafts';
import type { Chunk, EditChunk } from './types';
import type { ChunkActs } from './useChunkActs';

export type ChunkEditing = ReturnType<typeof useChunkEditing>;

/** How chunks are edited in place; what is typed lies in `drafts` until it is saved or given up. */
export function useChunkEditing(drafts: ChunkDrafts, acts: ChunkActs) {
  const { t } = useTranslation('document');

  const giveUp = (key: string) => {
    const draft = drafts.get(key);
    drafts.drop(key);
    // Nothing typed is ever lost by one key.
    if (draft && isDirty(draft)) {
      toast(t('editor.given_up'), { action: { label: t('common:undo'), run: () => drafts.set(key, draft) } });
    }
  };

  const save = async (chunk: Chunk, draft: ChunkDraft, expected?: string): Promise<Chunk> => {
    const change = changeOf(draft);
    const saved = change && await acts.edit(chunk, { ...change, expected_updated_at: expected ?? draft.from?.updated_at });
    drafts.drop(chunk.id);
    return saved ?? chunk;
  };

  return {
    edit: (chunk: Chunk) => drafts.set(chunk.id, drafts.get(chunk.id) ?? draftOf(chunk)),
    addBelow: (chunk: Chunk) => drafts.set(keyOf.added(chunk.id), drafts.get(keyOf.added(chunk.id)) ?? draftOf(undefined)),
    addChild: (chunk: Chunk) => drafts.set(keyOf.addedChild(chunk.id), drafts.get(keyOf.addedChild(chunk.id)) ?? draftOf(undefined)),
    giveUp,
    save,
    enable: async (chunk: Chunk, enabled: boolean) => {
      const saved = await acts.enable(chunk, enabled);
      const draft = drafts.get(chunk.id);
      // The switch is ours: the edit goes on from there and meets no conflict with it.
      if (draft && draft.from?.updated_at === chunk.updated_at) drafts.set(chunk.id, { ...draft, from: saved });
    },
    theirs: async (chunk: Chunk) => {
      await acts.reread(chunk.id);
      giveUp(chunk.id);
    },
    split: async (chunk: Chunk, draft: ChunkDraft, caret: number) => {
      const saved = await save(chunk, draft);
      // The server takes blanks away around a text; what follows the caret ends as the text does.
      const tail = draft.content.slice(caret).trimEnd();
      await acts.split(saved, saved.content.length - tail.length);
    },
    saveNew: async (behind: Chunk, draft: ChunkDraft) => {
      const { content, answer, keywords } = draft;
      const added = await acts.add(behind.position, { content, answer: answer || undefined, keywords: [...keywords] });
      drafts.drop(keyOf.added(behind.id));
      return added;
    },
  };
}

/** Only what differs from where the edit began; undefined when nothing does. */
function changeOf(draft: ChunkDraft): EditChunk | undefined {
  if (!isDirty(draft)) return undefined;
  const before = draftOf(draft.from);
  return {
    ...(draft.content !== before.content && { content: draft.content, regenerate_children: draft.remakeChildren }),
    ...(draft.answer !== before.answer && { answer: draft.answer }),
    ...(draft.summary !== before.summary && { summary: draft.summary }),
    ...(draft.keywords.join('\n') !== before.keywords.join('\n') && { keywords: [...draft.keywords] }),
  };
}

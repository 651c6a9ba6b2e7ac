import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { annotationsKey, annotationsPath, type Annotation } from './queries';

/** An annotation that is changed in its row. */
export interface Editing {
  draft: Pick<Annotation, 'id' | 'question' | 'answer'> | undefined;
  begin: (annotation: Annotation) => void;
  change: (part: { question?: string; answer?: string }) => void;
  leave: () => void;
  save: () => void;
  isSaving: boolean;
  error: unknown;
}

/** Changes one annotation at a time in the place of its row. */
export function useEditing(app: string): Editing {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [draft, setDraft] = useState<Editing['draft']>();
  const saving = useMutation({
    mutationFn: ({ id, question, answer }: NonNullable<Editing['draft']>) =>
      api.patch(`${annotationsPath(app)}/${id}`, { question: question.trim(), answer: answer.trim() }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: annotationsKey(ws, app) });
      setDraft(undefined);
    },
  });
  const isReady = draft !== undefined && draft.question.trim() !== '' && draft.answer.trim() !== '';
  return {
    draft,
    begin: ({ id, question, answer }) => {
      saving.reset();
      setDraft({ id, question, answer });
    },
    change: (part) => setDraft((before) => before && { ...before, ...part }),
    leave: () => setDraft(undefined),
    save: () => {
      if (isReady) saving.mutate(draft);
    },
    isSaving: saving.isPending,
    error: saving.error ?? undefined,
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { fieldErrors, type FieldError } from '../../../ui/form/fieldErrors';
import { toast } from '../../../ui/toast/toast';
import { basePath, baseQuery } from '../queries';
import type { KnowledgeBase } from '../types';

/** Saves what a form of a base's settings holds; parts that the form does not show stay as they are. */
export function useSaveBase(base: KnowledgeBase, onRefused: (fields: FieldError[]) => void) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const save = async (values: KnowledgeBase): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const saved = await api.patch<KnowledgeBase>(basePath(base.id), changed(base, values));
      cache.setQueryData(baseQuery(ws, base.id).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] });
      toast(t('settings.saved'));
      return true;
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) onRefused(fieldErrors(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { save, isBusy, failure };
}

function changed(base: KnowledgeBase, values: KnowledgeBase): Partial<KnowledgeBase> {
  const { name, description, indexing, embedding_model: model } = values;
  const common = { name, description, retrieval: { ...base.retrieval, ...values.retrieval } };
  if (base.external_api_id !== null) return common;
  // A model that is sent makes all vectors anew, and without vectors it would be refused.
  const becomes = indexing === base.indexing ? {} : { indexing };
  const other = indexing === 'high_quality' && model !== base.embedding_model && model ? { embedding_model: model } : {};
  return {
    ...common, ...becomes, ...other,
    chunking: { ...base.chunking, ...values.chunking },
    reading: { ...base.reading, ...values.reading },
    enrichment: { ...base.enrichment, ...values.enrichment },
  };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { toast } from '../../../ui/toast/toast';
import { casesPath, casesQuery } from './queries';
import type { SaveTestCase, TestCase } from './types';

/** Keeps a question with what it ought to find. */
export function useSaveCase(base: string, onSaved: () => void) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (one: SaveTestCase) => api.post<TestCase>(casesPath(base), one),
    onSuccess: async () => {
      toast(t('case.saved'));
      onSaved();
      await cache.invalidateQueries({ queryKey: casesQuery(ws, base).queryKey });
    },
  });
}

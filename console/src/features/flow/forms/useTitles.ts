import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableGroup } from '../model/graph';

/** How groups of variables are called: a node by its title, a prefix by a word of ours. */
export function useTitles(): (group: Pick<VariableGroup, 'source' | 'nodeType' | 'title'>) => string {
  const { t } = useTranslation('flowForms');
  return useCallback(({ source, nodeType, title }) => (nodeType === null ? t(`prefix.${source}`, { defaultValue: title }) : title), [t]);
}

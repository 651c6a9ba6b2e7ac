import { useTranslation } from 'react-i18next';
import type { KnowledgeBase } from '../types';

/** How a base is indexed and searched, in two words. */
export function BaseKind({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  // Without vectors every method comes down to words.
  const method = base.indexing === 'economy' ? 'keyword_search' : base.retrieval.method;
  return <>{t(`indexing.${base.indexing}`)} · {t(`method.${method}`)}</>;
}

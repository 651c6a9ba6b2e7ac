import { useTranslation } from 'react-i18next';
import type { KnowledgeBase } from '../types';

/** How a base is indexed and searched, in two words. */
export function BaseKind({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  return <>{t(`indexing.${base.indexing}`)} · {t(`method.${base.retrieval.method}`)}</>;
}

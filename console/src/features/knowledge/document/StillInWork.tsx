import { useTranslation } from 'react-i18next';
import { ProcessingRow } from '../base/ProcessingRow';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';
import '../base/ProcessingPanel.css';

/** How far a document is that cannot be read whole yet, or why it never will be. */
export function StillInWork({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation('knowledge');
  if (!isProcessing(document.status) && document.status !== 'error') return null;
  return (
    <section className="md-document-work" aria-label={t('processing.title')} role="status">
      <p>{t(document.status === 'error' ? 'document.failed' : 'document.in_work')}</p>
      <ul className="md-processing"><ProcessingRow document={document} /></ul>
    </section>
  );
}

import { X } from 'lucide-react';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import type { BatchOutcome, KnowledgeDocument } from '../types';
import './DocumentTable.css';

/** What became of an act on many documents. */
export interface Outcomes {
  outcomes: readonly BatchOutcome[];
  /** The documents that were acted on; a deleted one has its name from here alone. */
  documents: readonly KnowledgeDocument[];
}

/** How many were done, and of each that was not its name and why. */
export function BatchOutcomes({ outcomes, documents, onClose }: Outcomes & { onClose: () => void }) {
  const { t } = useTranslation('documents');
  const refused = outcomes.filter(({ ok }) => !ok);
  const nameOf = (id: string) => documents.find((one) => one.id === id)?.name ?? id;
  return (
    <section className="md-outcomes" role="status" aria-label={t('outcomes.title')}>
      <p>
        <span>{t('outcomes.done', { count: outcomes.length - refused.length })}</span>
        {refused.length > 0 && <span className="md-outcomes-refused">{t('outcomes.refused', { count: refused.length })}</span>}
        <button type="button" className="md-icon-button" aria-label={t('common:close')} onClick={onClose}><X size={14} /></button>
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map((one) => <li key={one.id}><b>{nameOf(one.id)}</b> {reasonOf(one)}</li>)}
        </ul>
      )}
    </section>
  );
}

function reasonOf({ code, detail }: BatchOutcome): string {
  const known = [`documents:refusal.${code}`, `errors:${code}`].find((key) => code && i18n.exists(key));
  return known ? i18n.t(known) : detail ?? i18n.t('knowledge:error.unknown');
}

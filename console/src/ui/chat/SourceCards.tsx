import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { SourcesContext } from './SourcesContext';
import { placeOf } from './placeOf';

/** The sources of an answer, below it. */
export function SourceCards() {
  const { t } = useTranslation('chat');
  const { citations, current, open } = useContext(SourcesContext);
  if (citations.length === 0) return null;
  return (
    <ul className="md-cards" aria-label={t('source.all')}>
      {citations.map((citation) => (
        <li key={citation.position}>
          <button
            type="button" className="md-card" data-citation={citation.position}
            aria-pressed={citation.position === current} onClick={() => open(citation.position)}
          >
            <span className="md-card-title">
              <span className="md-cite" aria-hidden>{citation.position}</span>
              <span className="md-ellipsis">{citation.document_name}</span>
            </span>
            <span className="md-card-text">{placeOf(citation, t)} — {citation.content.slice(0, 160)}</span>
            <span className="md-score" title={citation.score.toFixed(2)}>
              <span style={{ width: `${Math.min(1, Math.max(0, citation.score)) * 100}%` }} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

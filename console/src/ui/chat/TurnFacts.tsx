import { useTranslation } from 'react-i18next';
import { count, duration } from '../format';
import type { Turn } from './types';
import './TurnFacts.css';

/** What an answer was made from and what it used, for who builds the app. */
export function TurnFacts({ turn }: { turn: Turn }) {
  const { t } = useTranslation('chat');
  const { usage, citations } = turn;
  const facts: [string, string][] = [
    // The stream does not name it; it is known when the conversation is read again.
    ...(turn.model ? [[t('facts.model'), turn.model] as [string, string]] : []),
    [t('facts.prompt'), count(usage?.prompt_tokens)],
    [t('facts.completion'), count(usage?.completion_tokens)],
    [t('facts.first'), duration(turn.timeToFirstToken)],
    [t('facts.total'), duration(turn.duration)],
  ];
  return (
    <div className="md-facts">
      <dl>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="md-num">{value}</dd></div>)}</dl>
      <table aria-label={t('facts.chunks')}>
        <thead><tr><th>{t('facts.chunk')}</th><th data-numeric>{t('facts.score')}</th></tr></thead>
        <tbody>
          {citations.map((citation) => (
            <tr key={citation.position}>
              <td>[{citation.position}] {citation.document_name} · {t('source.chunk', { position: citation.segment_position })}</td>
              <td data-numeric>{citation.score.toFixed(3)}</td>
            </tr>
          ))}
          {citations.length === 0 && <tr><td colSpan={2} className="md-quiet">{t('facts.none')}</td></tr>}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { problemText } from '../../api/problem';
import { Loading } from '../../ui/faces/Loading';
import { clock } from '../../ui/format';
import { glyphs } from '../../ui/states/state';
import { Time } from '../../ui/Time';
import { useAttention, type AttentionRow } from './useAttention';
import './Attention.css';

/** What needs somebody: one sentence per thing, and where to go with it. */
export function Attention({ may }: { may: (permission: string) => boolean }) {
  const { t } = useTranslation('home');
  const { rows, isReady, failures, checkedAt } = useAttention(may);

  return (
    <section aria-labelledby="md-attention">
      <h2 id="md-attention">{rows.length > 0 ? t('attention.some', { count: rows.length }) : t('attention.title')}</h2>
      {!isReady && rows.length === 0 && <Loading rows={2} rowHeight={36} />}
      <ul className="md-attention">
        {rows.map((row) => <Line key={row.key} row={row} />)}
        {failures.map(({ error, refetch }, at) => (
          <li key={at}>
            <span className="md-attention-glyph" data-tone="degraded" aria-hidden>{glyphs.degraded}</span>
            <span className="md-attention-about">{t('attention.unknown', { reason: problemText(error) })}</span>
            <button type="button" className="md-link" onClick={() => void refetch()}>{t('common:retry')}</button>
          </li>
        ))}
        {isReady && rows.length === 0 && failures.length === 0 && (
          <li className="md-attention-clear">
            <span className="md-attention-glyph" data-tone="succeeded" aria-hidden>{glyphs.succeeded}</span>
            <span>{t('attention.clear')}</span>
            <span className="md-meta">{t('attention.checked', { time: clock(checkedAt) })}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function Line({ row: { tone, sentence, about, at, to } }: { row: AttentionRow }) {
  const { t } = useTranslation('home');
  return (
    <li>
      <span className="md-attention-glyph" data-tone={tone} aria-hidden>{glyphs[tone]}</span>
      <span>{sentence}</span>
      <span className="md-attention-about md-quiet md-ellipsis" title={about}>{about}</span>
      {at && <span className="md-meta md-num"><Time at={at} relative /></span>}
      {to && <Link to={to} aria-label={`${t('attention.show')}: ${sentence}`}>{t('attention.show')}</Link>}
    </li>
  );
}

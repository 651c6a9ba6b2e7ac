import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Marked } from '../document/Marked';
import type { RetrievalRecord } from '../types';
import { movedBy } from './placesOf';
import { PlaceBars } from './PlaceBars';

interface HitProps {
  base: string;
  record: RetrievalRecord;
  rank: number;
  /** The best score of each list. */
  tops: ReadonlyMap<string, number>;
  /** While a case is put together: whether this passage ought to be found. */
  isExpected?: boolean;
  onExpect?: () => void;
}

/** A passage that came back: where it stands, why, and its words. */
export function Hit({ base, record, rank, tops, isExpected, onExpect }: HitProps) {
  const { t } = useTranslation(['knowledge', 'hitTesting']);
  const ws = useWorkspaceId();
  const { content, score, document, chunk, highlights, answer, child_chunks: children, joined_chunks: joined, explanation } = record;
  const matched = explanation?.matched_by ?? 'chunk';
  // A short chunk is its own only child, and would be read twice.
  const found = children.filter((child) => !isSame(child.content, content));
  const around = joined.filter(({ is_hit: isHit }) => !isHit);
  const place = [chunk.page !== null && t('chunk.page', { page: chunk.page }), chunk.heading, chunk.place].filter(Boolean).join(' · ');

  return (
    <li className="md-hit" data-expected={isExpected || undefined} data-below={record.below_threshold || undefined}>
      <div className="md-hit-head">
        {onExpect && <Checkbox checked={isExpected} onChange={onExpect} aria-label={t('hitTesting:case.expect', { rank })} />}
        <span className="md-num md-quiet">{rank}</span>
        <span className="md-hit-bar" aria-hidden><span style={{ transform: `scaleX(${Math.max(0, Math.min(1, score))})` }} /></span>
        <span className="md-num" title={t('hits.score')}>{score.toFixed(3)}</span>
        <Moved by={explanation ? movedBy(explanation.places) : undefined} />
        <span className="md-ellipsis md-hit-document" title={document.name}>{document.name}</span>
        <span className="md-meta md-num md-ellipsis" title={place}>#{chunk.position}{place && ` · ${place}`}</span>
        {/* An external API knows documents that are not here. */}
        {matched !== 'external' && <Link to={`/w/${ws}/knowledge/${base}/documents/${document.id}?chunk=${chunk.id}`}>{t('hits.open')}</Link>}
      </div>
      {explanation && <PlaceBars places={explanation.places} tops={tops} />}
      <p className="md-hit-text"><Marked text={content} marks={highlights} /></p>
      {answer && <p className="md-hit-text md-soft">→ {answer}</p>}
      {found.length > 0 && (
        <ul className="md-hit-children" aria-label={t('hitTesting:children')}>
          {found.map((child) => (
            <li key={child.id}><span className="md-num md-quiet">{child.score.toFixed(3)}</span> {child.content}</li>
          ))}
        </ul>
      )}
      {(matched === 'question' || matched === 'summary' || around.length > 0) && (
        <p className="md-meta">
          {(matched === 'question' || matched === 'summary') && t(`hitTesting:matched.${matched}`)}
          {around.length > 0 && ` ${t('hitTesting:joined', { places: around.map(({ position }) => `#${position}`).join(' ') })}`}
        </p>
      )}
    </li>
  );
}

const isSame = (one: string, other: string) => one.replace(/\s+/g, '') === other.replace(/\s+/g, '');

function Moved({ by }: { by: number | undefined }) {
  const { t } = useTranslation('hitTesting');
  if (by === undefined) return null;
  const [glyph, words] = by > 0 ? [`↑${by}`, t('moved.up', { count: by })]
    : by < 0 ? [`↓${-by}`, t('moved.down', { count: -by })] : ['–', t('moved.none')];
  return <span className="md-hit-moved md-num" data-up={by > 0 || undefined} data-down={by < 0 || undefined} title={words} aria-label={words}>{glyph}</span>;
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { Time } from '../../../ui/Time';
import { historyQuery } from './queries';
import type { AskedQuery } from './types';

/** What was asked here before; a click asks it again as it was. */
export function HitHistory({ base, onRepeat }: { base: string; onRepeat: (asked: AskedQuery) => void }) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const { data } = useQuery({ ...historyQuery(ws, base), enabled: isPainted });
  if (!data || data.length === 0) return null;
  return (
    <section className="md-hit-history" aria-label={t('history')}>
      <header>
        <h2>{t('history')}</h2>
        <Link to={`/w/${ws}/knowledge/${base}/logs`}>{t('history.all')}</Link>
      </header>
      <ul>
        {data.map((asked) => (
          <li key={asked.id}>
            <button type="button" title={asked.content} onClick={() => onRepeat(asked)}>
              <span className="md-ellipsis">{asked.content}</span>
              <span className="md-meta md-num">
                {t('history.hits', { count: asked.hit_count, shown: count(asked.hit_count) })} · <Time at={asked.asked_at} relative />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { ListPlace } from './types';

interface PlaceBarsProps {
  places: readonly ListPlace[];
  tops: ReadonlyMap<string, number>;
}

/** Where a passage stood in each list: a bar as long as its share of the list's best score, which alone compares. */
export function PlaceBars({ places, tops }: PlaceBarsProps) {
  const { t } = useTranslation('hitTesting');
  return (
    <ul className="md-hit-places">
      {places.map(({ list, query, rank, score }) => {
        const top = tops.get(list) ?? 0;
        const share = top > 0 ? Math.max(0, score / top) : 0;
        return (
          <li key={`${list} ${query}`} title={query ?? undefined}>
            <span>{t(`list.${list}`, { defaultValue: list })}</span>
            <span className="md-hit-bar" data-list={list} aria-hidden><span style={{ transform: `scaleX(${share})` }} /></span>
            <span className="md-num">{score.toFixed(3)}</span>
            <span className="md-num md-quiet">{t('rank', { rank })}</span>
          </li>
        );
      })}
    </ul>
  );
}

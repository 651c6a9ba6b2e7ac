import { useTranslation } from 'react-i18next';
import type { CaseChange } from './types';

/** The best place before and now: `1 → 4`, or that it is no longer found. */
export function RankChange({ change: { before, after } }: { change: CaseChange }) {
  const { t } = useTranslation('hitTesting');
  const place = (rank: number | null) => (rank === null ? t('rank.none') : t('rank', { rank }));
  return <span className="md-num md-rank-change">{place(before)} → {place(after)}</span>;
}

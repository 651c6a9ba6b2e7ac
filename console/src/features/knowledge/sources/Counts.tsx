import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import type { SyncCounts } from './types';
import './sources.css';

const kinds = ['added', 'changed', 'unchanged', 'skipped', 'gone', 'failed'] as const;
const tones: Partial<Record<(typeof kinds)[number], string>> = { gone: 'warn', failed: 'err' };

/** What a run found, in numbers: what there is none of is left out. */
export function Counts({ counts }: { counts: SyncCounts }) {
  const { t } = useTranslation('sources');
  const found = kinds.filter((kind) => counts[kind] > 0);
  if (found.length === 0) return <span className="md-quiet">{t('counts.none')}</span>;
  return (
    <span className="md-source-counts md-num">
      {found.map((kind) => <span key={kind} data-tone={tones[kind]}>{t(`counts.${kind}`, { shown: count(counts[kind]) })}</span>)}
    </span>
  );
}

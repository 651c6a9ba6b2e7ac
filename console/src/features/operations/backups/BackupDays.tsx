import { useTranslation } from 'react-i18next';
import type { Backup } from '../types';
import { day, daysSince } from './daysAgo';

const shown = 30;

/** The last thirty days: on which of them there is a backup to go back to. */
export function BackupDays({ backups, now }: { backups: readonly Backup[]; now: number }) {
  const { t } = useTranslation('operations');
  const names = new Map<number, string[]>();
  for (const { name, created_at } of backups) {
    const at = daysSince(created_at, now);
    names.set(at, [...(names.get(at) ?? []), name]);
  }
  const days = Array.from({ length: shown }, (_, at) => shown - 1 - at);
  const kept = days.filter((at) => names.has(at)).length;
  return (
    <div className="md-backup-days">
      <span className="md-meta">{t('backup.days', { count: kept })}</span>
      <span role="img" aria-label={t('backup.days', { count: kept })}>
        {days.map((at) => (
          <i key={at} data-kept={names.has(at) || undefined} title={[new Date(now - at * day).toISOString().slice(0, 10), ...(names.get(at) ?? [])].join('\n')} />
        ))}
      </span>
    </div>
  );
}

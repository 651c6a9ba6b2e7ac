import type { TFunction } from 'i18next';
import { bytes, count, duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import type { Backup, Drill } from '../types';
import { daysAgo } from './daysAgo';
import { Protection } from './Protection';

/** The columns of the backups; `now` is when they were read, in milliseconds. */
export const backupColumns = (t: TFunction<'operations'>, drills: readonly Drill[], now: number): Column<Backup>[] => [
  {
    key: 'name', title: t('backup'),
    render: ({ name, created_at }) => <><strong><Time at={created_at} /></strong><small className="md-mono">{name}</small></>,
  },
  { key: 'size', title: t('backup.size'), width: 90, numeric: true, render: (backup) => bytes(backup.bytes) },
  { key: 'protection', title: t('backup.protection'), width: 190, render: (backup) => <Protection backup={backup} /> },
  { key: 'reason', title: t('backup.reason'), width: 110, render: ({ reason }) => t(`reason.${reason}`) },
  {
    key: 'content', title: t('backup.content'), width: 170,
    render: ({ rows, objects }) => <>{t('backup.rows', { value: count(rows) })}<small>{t('backup.objects', { value: count(objects) })}</small></>,
  },
  { key: 'took', title: t('backup.took'), width: 90, numeric: true, render: ({ seconds }) => duration(seconds) },
  {
    key: 'drilled', title: t('drill'), width: 140,
    render: ({ name }) => {
      const drill = drills.find(({ backup }) => backup === name);
      if (!drill) return <span className="md-quiet">{t('drill.not_yet')}</span>;
      return <StateTag state={drill.passed ? 'succeeded' : 'failed'}>{daysAgo(drill.started_at, now)}</StateTag>;
    },
  },
];

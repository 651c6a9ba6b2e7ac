import { useTranslation } from 'react-i18next';
import { bytes, count, listTime } from '../../../ui/format';
import { Strip } from '../../../ui/page/Strip';
import type { BackupList } from '../types';
import { daysAgo, daysSince } from './daysAgo';

const drillWithin = 30;

/** Whether somebody who loses everything now would get it back. */
export function BackupFigures({ list: { data, drills, next_at }, now }: { list: BackupList; now: number }) {
  const { t } = useTranslation('operations');
  const [last] = data;
  const [drill] = drills;
  return (
    <Strip
      figures={[
        { label: t('backup.last'), value: last ? daysAgo(last.created_at, now) : t('never'), hint: last?.name, tone: last ? undefined : 'err' },
        {
          label: t('drill.last'), value: drill ? daysAgo(drill.started_at, now) : t('never'), hint: drill?.backup,
          tone: drill && !drill.passed ? 'err' : drill && daysSince(drill.started_at, now) <= drillWithin ? undefined : 'warn',
        },
        { label: t('backup.next'), value: next_at ? listTime(next_at) : t('backup.unplanned'), tone: next_at ? undefined : 'warn' },
        { label: t('backup.total'), value: bytes(data.reduce((all, one) => all + one.bytes, 0)), unit: t('backup.count', { value: count(data.length) }) },
      ]}
    />
  );
}

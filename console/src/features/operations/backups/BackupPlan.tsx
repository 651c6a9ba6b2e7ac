import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { Time } from '../../../ui/Time';
import type { BackupList } from '../types';

/** When backups and drills are made, where they go and how long they stay, each with what changes it. */
export function BackupPlan({ list }: { list: BackupList }) {
  const { t } = useTranslation('operations');
  const { address, schedule, drill_schedule, next_at, retention: { daily, weekly, monthly }, encryption } = list;
  const keepsAll = daily + weekly + monthly === 0;
  return (
    <section className="md-section md-backup-plan" aria-labelledby="md-backup-plan">
      <h2 id="md-backup-plan">{t('plan')}</h2>
      <div>
        <p>{schedule ? <>{t('plan.backups', { cron: schedule })} {next_at && <>{t('plan.next')} <Time at={next_at} /></>}</> : t('plan.no_backups')}</p>
        <CodeBlock code={`middeck backup schedule "${schedule ?? '30 3 * * *'}"`} />
      </div>
      <div>
        <p>{drill_schedule ? t('plan.drills', { cron: drill_schedule }) : t('plan.no_drills')}</p>
        <CodeBlock code={`middeck backup schedule --drill "${drill_schedule ?? '0 5 * * 0'}"`} />
      </div>
      <div>
        <p>{keepsAll ? t('plan.keeps_all') : t('plan.keeps', { daily, weekly, monthly })}</p>
        <CodeBlock language="middeck.yaml" code={`backup:\n  retention:\n    daily: ${daily}\n    weekly: ${weekly}\n    monthly: ${monthly}`} />
      </div>
      <dl className="md-ops-facts">
        <dt>{t('plan.address')}</dt><dd className="md-mono">{address}</dd>
        <dt>{t('plan.encryption')}</dt><dd>{t(`encryption.${encryption}`)}</dd>
      </dl>
    </section>
  );
}

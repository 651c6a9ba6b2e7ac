import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { bytes, count, duration } from '../../../ui/format';
import { Peek } from '../../../ui/overlays/Peek';
import { Time } from '../../../ui/Time';
import { Note } from '../frame/Note';
import type { Backup, Drill } from '../types';
import { DrillItem } from './DrillItem';
import { restoreCommands } from './restoreCommands';

interface BackupPeekProps {
  backup: Backup;
  drills: readonly Drill[];
  onVerify: () => void;
  onDrill: () => void;
  onDelete: () => void;
  onClose: () => void;
}

/** One backup beside the list: what is in it, how it was tried, and how to go back to it. */
export function BackupPeek({ backup, drills, onVerify, onDrill, onDelete, onClose }: BackupPeekProps) {
  const { t } = useTranslation('operations');
  const { name, reason, created_at, seconds, program_version, includes_keys, encryption, objects, rows, verified_at } = backup;
  const own = drills.filter((drill) => drill.backup === name);
  return (
    <Peek title={name} onClose={onClose} width={420}>
      <div className="md-ops-acts">
        <Button onClick={onVerify}>{t('backup.verify')}</Button>
        <Button onClick={onDrill}>{t('drill.now')}</Button>
        <Button danger onClick={onDelete}>{t('common:delete')}</Button>
      </div>
      {!includes_keys && <Note tone="degraded">{t('keys.missing.text')}</Note>}
      <dl className="md-ops-facts">
        <dt>{t('backup.created')}</dt><dd><Time at={created_at} /> · {duration(seconds)}</dd>
        <dt>{t('backup.reason')}</dt><dd>{t(`reason.${reason}`)}</dd>
        <dt>{t('backup.size')}</dt><dd className="md-num">{bytes(backup.bytes)}</dd>
        <dt>{t('backup.content')}</dt>
        <dd className="md-num">{t('backup.rows', { value: count(rows) })} · {t('backup.objects', { value: count(objects) })}</dd>
        <dt>{t('backup.protection')}</dt><dd>{t(`encryption.${encryption}`)} · {t(includes_keys ? 'keys.included' : 'keys.missing')}</dd>
        <dt>{t('backup.version')}</dt><dd>{program_version}</dd>
        {verified_at && <><dt>{t('backup.verified')}</dt><dd><Time at={verified_at} /></dd></>}
      </dl>
      <h3 className="md-ops-h3">{t('restore')}</h3>
      <p className="md-soft">{t('restore.text')}</p>
      <CodeBlock language="sh" code={restoreCommands(name)} />
      {own.length > 0 && (
        <>
          <h3 className="md-ops-h3">{t('drills')}</h3>
          <ul className="md-drills">{own.map((drill) => <DrillItem key={drill.started_at} drill={drill} />)}</ul>
        </>
      )}
    </Peek>
  );
}

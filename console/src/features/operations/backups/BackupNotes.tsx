import { useTranslation } from 'react-i18next';
import { Note } from '../frame/Note';
import type { BackupList } from '../types';

interface BackupNotesProps {
  list: BackupList;
  onDelete: (name: string) => void;
}

/** What would keep somebody from getting everything back. */
export function BackupNotes({ list: { data, damaged, drills }, onDelete }: BackupNotesProps) {
  const { t } = useTranslation('operations');
  return (
    <>
      {damaged.length > 0 && (
        <Note tone="failed">
          {t('backup.damaged', { count: damaged.length })}
          {damaged.map((name) => (
            <span key={name}>
              <span className="md-mono">{name}</span>{' '}
              <button type="button" className="md-link" aria-label={t('backup.delete.of', { name })} onClick={() => onDelete(name)}>{t('common:delete')}</button>
            </span>
          ))}
        </Note>
      )}
      {data[0] && !data[0].includes_keys && <Note tone="degraded">{t('keys.missing.text')}</Note>}
      {data.length > 0 && drills.length === 0 && <Note tone="degraded">{t('drill.never')}</Note>}
    </>
  );
}

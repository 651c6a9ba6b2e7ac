import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import { isSyncing } from './sourceText';
import type { Source } from './types';
import type { useSourceActs } from './useSourceActs';

interface SourceMenuProps {
  source: Source;
  acts: ReturnType<typeof useSourceActs>;
  onRuns: () => void;
  onEdit: () => void;
  onDelete: () => void;
}

/** What can be done with one source; one that is being removed is left alone. */
export function SourceMenu({ source, acts, onRuns, onEdit, onDelete }: SourceMenuProps) {
  const { t } = useTranslation('sources');
  const mayChange = useCan('knowledge.update') && source.state !== 'removing';
  const mayDelete = useCan('knowledge.delete') && source.state !== 'removing';
  return (
    <RowMenu
      label={t('menu', { name: source.name })}
      items={[
        ...(mayChange && !isSyncing(source) ? [{ key: 'sync', label: t('sync'), onClick: () => void acts.sync(source) }] : []),
        ...(mayChange && isSyncing(source) ? [{ key: 'cancel', label: t('cancel'), onClick: () => void acts.cancel(source) }] : []),
        { key: 'runs', label: t('runs.open'), onClick: onRuns },
        ...(mayChange ? [{ key: 'edit', label: t('common:edit'), onClick: onEdit }] : []),
        ...(mayDelete ? [{ key: 'delete', label: t('common:delete'), danger: true, onClick: onDelete }] : []),
      ]}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';

/** What can be done with one document of the list. */
export function DocumentMenu({ document, onDelete }: { document: KnowledgeDocument; onDelete: () => void }) {
  const { t } = useTranslation('knowledge');
  const acts = useDocumentActs();
  const mayChange = useCan('knowledge.update');
  const mayDelete = useCan('knowledge.delete');
  const { status, name, enabled } = document;
  const mayRetry = mayChange && (status === 'error' || status === 'cancelled');

  return (
    <RowMenu
      label={t('act.menu', { name })}
      items={[
        { key: 'download', label: t('act.download'), onClick: () => void acts.download(document) },
        ...(mayRetry ? [{ key: 'retry', label: t('common:retry'), onClick: () => void acts.retry(document) }] : []),
        ...(mayChange && isProcessing(status)
          ? [{ key: 'cancel', label: t('act.stop'), onClick: () => void acts.cancel(document) }] : []),
        ...(mayChange ? [{
          key: 'enabled', label: t(enabled ? 'act.disable' : 'act.enable'), onClick: () => void acts.enable(document, !enabled),
        }] : []),
        ...(mayDelete ? [{ key: 'delete', label: t('common:delete'), danger: true, onClick: onDelete }] : []),
      ]}
    />
  );
}

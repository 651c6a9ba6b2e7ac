import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import type { ManyAct } from './useDocumentBatch';

interface DocumentMenuProps {
  document: KnowledgeDocument;
  onVersions: () => void;
  onAct: (act: ManyAct) => void;
  onAsk: (act: 'delete' | 'rechunk') => void;
}

/** What can be done with one document of the list. */
export function DocumentMenu({ document, onVersions, onAct, onAsk }: DocumentMenuProps) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const acts = useDocumentActs();
  const mayChange = useCan('knowledge.update');
  const mayDelete = useCan('knowledge.delete');
  const { status, name, enabled, archived } = document;
  const isPaused = status === 'paused';
  const isWorked = isProcessing(status);
  const changes = mayChange ? [
    { when: status === 'error' || status === 'cancelled', key: 'retry', label: t('common:retry'), run: () => void acts.retry(document) },
    { when: isWorked, key: 'pause', label: t('menu.pause'), run: () => void acts.pause(document) },
    { when: isPaused, key: 'resume', label: t('menu.resume'), run: () => void acts.resume(document) },
    { when: isWorked || isPaused, key: 'cancel', label: t('knowledge:act.stop'), run: () => void acts.cancel(document) },
    {
      when: !archived, key: 'enabled', label: t(enabled ? 'knowledge:act.disable' : 'knowledge:act.enable'),
      run: () => void acts.enable(document, !enabled),
    },
    { when: !isWorked && !archived, key: 'rechunk', label: t('batch.rechunk'), run: () => onAsk('rechunk') },
    {
      when: !isWorked, key: 'archive', label: t(archived ? 'batch.unarchive' : 'batch.archive'),
      run: () => onAct(archived ? 'unarchive' : 'archive'),
    },
  ] : [];

  return (
    <RowMenu
      label={t('knowledge:act.menu', { name })}
      items={[
        { key: 'download', label: t('knowledge:act.download'), onClick: () => void acts.download(document) },
        { key: 'versions', label: t('versions.open'), onClick: onVersions },
        ...changes.filter(({ when }) => when).map(({ key, label, run }) => ({ key, label, onClick: run })),
        ...(mayDelete ? [{ key: 'delete', label: t('common:delete'), danger: true, onClick: () => onAsk('delete') }] : []),
      ]}
    />
  );
}

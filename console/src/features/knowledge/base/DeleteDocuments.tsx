import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';

interface DeleteDocumentsProps {
  open: boolean;
  documents: readonly KnowledgeDocument[];
  onClose: () => void;
  onDeleted?: () => void;
}

/** The question before documents are deleted, with what goes with them. */
export function DeleteDocuments({ open, documents, onClose, onDeleted }: DeleteDocumentsProps) {
  const { t } = useTranslation('knowledge');
  const { remove } = useDocumentActs();
  const chunks = documents.reduce((sum, { chunk_count }) => sum + chunk_count, 0);

  return (
    <ConfirmDestructive
      open={open}
      title={documents.length === 1
        ? t('delete.one', { name: documents[0]!.name })
        : t('delete.many', { count: documents.length })}
      consequence={t('delete.consequence', { documents: count(documents.length), chunks: count(chunks) })}
      verb={t('common:delete')}
      onClose={onClose}
      onConfirm={async () => {
        for (const document of documents) await remove(document);
        onDeleted?.();
      }}
    />
  );
}

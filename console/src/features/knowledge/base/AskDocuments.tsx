import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { BatchOutcome, KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import { useDocumentBatch } from './useDocumentBatch';

interface AskDocumentsProps {
  open: boolean;
  act: 'delete' | 'rechunk';
  base: string;
  documents: readonly KnowledgeDocument[];
  onClose: () => void;
  onDone: (outcomes: readonly BatchOutcome[]) => void;
}

/** The question before documents are deleted or cut anew, with what goes with them. */
export function AskDocuments({ open, act, base, documents, onClose, onDone }: AskDocumentsProps) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const { run } = useDocumentBatch(base);
  const { remove } = useDocumentActs();
  const chunks = documents.reduce((sum, { chunk_count }) => sum + chunk_count, 0);
  const [first] = documents;
  const isDelete = act === 'delete';
  const titles = isDelete ? ['knowledge:delete.one', 'knowledge:delete.many'] as const : ['rechunk.one', 'rechunk.many'] as const;
  const consequence = isDelete ? 'knowledge:delete.consequence' : 'rechunk.consequence';

  const confirm = async () => {
    if (isDelete && documents.length === 1) {
      await remove(first!);
      onDone([{ id: first!.id, ok: true, code: null, detail: null }]);
    } else {
      onDone(await run(act, documents));
    }
  };
  return (
    <ConfirmDestructive
      open={open}
      title={documents.length === 1 ? t(titles[0], { name: first!.name }) : t(titles[1], { count: documents.length })}
      consequence={t(consequence, { documents: count(documents.length), chunks: count(chunks) })}
      verb={isDelete ? t('common:delete') : t('batch.rechunk')}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}

import type { KnowledgeDocument } from '../types';
import { AskDocuments } from './AskDocuments';

interface DeleteDocumentsProps {
  open: boolean;
  /** All of the same base; none before one is known. */
  documents: readonly KnowledgeDocument[];
  onClose: () => void;
  onDeleted?: () => void;
}

/** The question before documents are deleted, for pages that show no outcome of each. */
export function DeleteDocuments({ onDeleted, ...question }: DeleteDocumentsProps) {
  const base = question.documents[0]?.knowledge_base_id ?? '';
  return <AskDocuments {...question} act="delete" base={base} onDone={() => onDeleted?.()} />;
}

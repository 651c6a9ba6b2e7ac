import { pagesQuery } from '../../../api/queries';
import { documentPath } from '../queries';
import type { DocumentVersion, KnowledgeDocument } from '../types';

export const versionsKey = (ws: string, base: string, document: string) => ['knowledge', ws, base, 'versions', document] as const;

/** The files that a document was made of, newest first. */
export const versionsQuery = (ws: string, { knowledge_base_id: base, id }: KnowledgeDocument) =>
  pagesQuery<DocumentVersion>(versionsKey(ws, base, id), `${documentPath(base, id)}/versions`);

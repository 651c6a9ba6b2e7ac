import { pagesQuery } from '../../../api/queries';
import { stages } from '../progress';
import { documentsKey, documentsPath } from '../queries';
import type { DocumentStatus, KnowledgeDocument } from '../types';

/** What the list of documents can be narrowed to. */
export const documentFilters = ['', 'available', 'work', 'error', 'disabled', 'archived'] as const;
export type DocumentFilter = (typeof documentFilters)[number];

/** The filter that an address names; the whole list when it names none. */
export const filterOf = (word: string): DocumentFilter => documentFilters.find((filter) => filter === word) ?? '';

interface Asked {
  status?: readonly DocumentStatus[];
  enabled?: boolean;
  archived?: boolean;
}

const asked: Record<DocumentFilter, Asked> = {
  '': {},
  available: { status: ['completed'], enabled: true, archived: false },
  work: { status: [...stages, 'waiting', 'paused'] },
  error: { status: ['error'] },
  disabled: { enabled: false, archived: false },
  archived: { archived: true },
};

/** The documents of a base under a filter, newest first. */
export const documentsQuery = (ws: string, base: string, { q, filter }: { q: string; filter: DocumentFilter }) =>
  pagesQuery<KnowledgeDocument>([...documentsKey(ws, base), { q, filter }], documentsPath(base), { q, ...asked[filter] });

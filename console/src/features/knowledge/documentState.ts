import type { KnowledgeDocument } from './types';

/** The state that people see: a finished document can be found, unless somebody switched it off or archived it. */
export function documentState({ status, enabled, archived }: Pick<KnowledgeDocument, 'status' | 'enabled' | 'archived'>): string {
  if (archived) return 'archived';
  if (status !== 'completed') return status;
  return enabled ? 'available' : 'disabled';
}

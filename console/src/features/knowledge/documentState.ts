import type { KnowledgeDocument } from './types';

/** The state that people see: a finished document can be found, unless somebody switched it off. */
export function documentState({ status, enabled }: Pick<KnowledgeDocument, 'status' | 'enabled'>): string {
  if (status !== 'completed') return status;
  return enabled ? 'available' : 'disabled';
}

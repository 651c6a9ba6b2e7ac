import type { KnowledgeDocument } from '../types';

/** Why the chunks of a document cannot be changed now, as a key of the words; undefined when they can. */
export function whyFixed({ status, archived }: KnowledgeDocument): 'fixed.archived' | 'fixed.busy' | undefined {
  if (archived) return 'fixed.archived';
  // What is being made now would take the place of an edit.
  return status === 'completed' || status === 'error' || status === 'cancelled' ? undefined : 'fixed.busy';
}

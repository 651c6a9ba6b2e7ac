import type { DocumentStatus, KnowledgeDocument } from './types';

/** The stages of a document, in their order. */
export const stages = ['parsing', 'cleaning', 'splitting', 'indexing'] as const;

// What each stage has behind it when it begins, as the server counts.
const begins = [0, 0.1, 0.15, 0.25, 1];

/** Whether the server still works on it, or will. */
export const isProcessing = (status: DocumentStatus): boolean =>
  status === 'waiting' || stages.some((stage) => stage === status);

/** How many stages are behind a document, and how much of the present one. A failed one stands where it failed. */
export function stageProgress(document: Pick<KnowledgeDocument, 'status' | 'progress'>): { done: number; fraction: number } {
  const { status, progress } = document;
  if (status === 'completed') return { done: stages.length, fraction: 0 };
  if (status === 'waiting') return { done: 0, fraction: 0 };
  const named = stages.findIndex((stage) => stage === status);
  const done = named >= 0 ? named : Math.max(0, begins.findLastIndex((from) => progress >= from));
  const at = Math.min(done, stages.length - 1);
  const fraction = (progress - begins[at]!) / (begins[at + 1]! - begins[at]!);
  return { done: at, fraction: Math.max(0, Math.min(1, fraction)) };
}

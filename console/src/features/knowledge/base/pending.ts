/** What is done to several documents at once. */
export type BatchAction = 'enable' | 'disable' | 'archive' | 'unarchive' | 'delete' | 'retry';

/** What became of one document of a batch. */
export interface BatchOutcome {
  id: string;
  ok: boolean;
  code: string | null;
  detail: string | null;
}

export interface BatchResult {
  results: BatchOutcome[];
}

import { upload } from '../../../api/upload';
import { basePath } from '../queries';
import type { DuplicateRule, KnowledgeDocument } from '../types';

interface WholeOptions {
  workspace: string;
  base: string;
  path: string;
  duplicate: DuplicateRule;
  signal: AbortSignal;
  onProgress: (sent: number) => void;
}

/** Sends a file in one request. */
export function sendWhole(file: File, { base, path, duplicate, ...options }: WholeOptions): Promise<KnowledgeDocument> {
  const form = new FormData();
  // The server reads what is said of a file before the file: the fields stand first.
  form.append('duplicate', duplicate);
  if (path) form.append('relative_path', path);
  form.append('file', file);
  return upload<KnowledgeDocument>(`${basePath(base)}/documents`, form, options);
}

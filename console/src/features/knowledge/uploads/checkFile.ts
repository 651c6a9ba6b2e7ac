import { Problem } from '../../../api/problem';
import type { UploadLimits } from '../types';

/** Why the server would refuse a file, in its own codes, before the file has travelled; undefined when it would not. */
export function checkFile(file: File, limits: UploadLimits | undefined): Problem | undefined {
  const dot = file.name.lastIndexOf('.');
  const extension = dot < 0 ? '' : file.name.slice(dot + 1).toLowerCase();
  if (limits && !limits.extensions.includes(extension)) {
    return new Problem(415, { code: 'knowledge.unsupported_type', extensions: limits.extensions });
  }
  if (file.size === 0) return new Problem(400, { code: 'knowledge.file_empty' });
  if (limits && file.size > limits.max_bytes) {
    return new Problem(413, { code: 'knowledge.file_too_large', max_bytes: limits.max_bytes });
  }
  return undefined;
}

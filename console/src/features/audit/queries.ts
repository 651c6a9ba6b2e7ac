import { pagesQuery } from '../../api/queries';
import { dayStart } from './days';
import type { AuditEntry } from './types';

/** Which rows are asked for; empty means all. Days are those of the browser's zone, both included. */
export interface AuditFilter {
  actor: string;
  action: string;
  object_kind: string;
  object_id: string;
  from: string;
  to: string;
}

export const auditQuery = (ws: string, filter: AuditFilter) => pagesQuery<AuditEntry>(['audit', ws, filter], '/api/v1/audit', {
  ...filter, from: dayStart(filter.from), to: dayStart(filter.to, 1),
});

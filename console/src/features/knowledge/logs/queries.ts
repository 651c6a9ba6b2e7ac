import { pagesQuery } from '../../../api/queries';
import { askedKey } from '../hits/queries';
import type { AskedQuery } from '../hits/types';
import { basePath } from '../queries';

export interface LogFilter {
  /** `hit_testing`, `api` or `app`; empty for all. */
  origin: string;
  /** Only what found nothing. */
  unanswered: boolean;
}

export const logQuery = (ws: string, base: string, { origin, unanswered }: LogFilter) => pagesQuery<AskedQuery>(
  [...askedKey(ws, base), 'log', origin, unanswered], `${basePath(base)}/queries`, { origin, unanswered: unanswered || undefined },
);

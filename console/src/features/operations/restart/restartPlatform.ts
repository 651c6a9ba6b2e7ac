import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { systemQuery } from '../../../api/queries';
import { servicePath } from '../queries';

export const platform = 'platform';

/** Asks for a restart of the platform; gives when the present process started, so that the next one can be told from it. */
export async function restartPlatform(cache: QueryClient, withDependents: boolean): Promise<string> {
  const { started_at: before } = await cache.fetchQuery({ ...systemQuery, staleTime: 0 });
  try {
    await api.post(`${servicePath(platform)}/restart`, { with_dependents: withDependents });
  } catch (error) {
    // It may be gone before its answer is.
    if (!(error instanceof Problem && (error.status === 0 || error.status >= 502))) throw error;
  }
  return before;
}

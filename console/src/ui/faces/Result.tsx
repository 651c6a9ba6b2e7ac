import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorFace } from './ErrorFace';
import { Loading } from './Loading';

interface ResultProps<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** Instead of skeleton rows. */
  loading?: ReactNode;
  compact?: boolean;
}

/** A query's face: loading, failed, or its data; old data stays when a later reading fails. */
export function Result<T>({ query, children, loading, compact }: ResultProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorFace error={query.error} compact={compact} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <Loading rows={compact ? 3 : 8} />}</>;
}

import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** Server state is fresh for 30 s and is not asked for again on focus: lists of many tabs would storm the server. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && worthRepeating(error),
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
    },
    mutations: { retry: false },
  },
});

function worthRepeating(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 502);
}

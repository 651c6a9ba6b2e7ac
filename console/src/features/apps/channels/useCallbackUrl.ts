import { useQuery } from '@tanstack/react-query';
import { systemQuery } from '../../../api/queries';

/** The address that a chat platform is given, and whether it can reach it from outside. */
export function useCallbackUrl(path: string | null | undefined): { url: string | undefined; isPublic: boolean } {
  const { data } = useQuery(systemQuery);
  const base = (data?.base_url || window.location.origin).replace(/\/$/, '');
  const isLocal = /^https?:\/\/(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(base);
  return { url: path ? `${base}${path}` : undefined, isPublic: base.startsWith('https://') && !isLocal };
}

import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { workspacePath } from './queries';
import type { Member, OneTimeLink } from './types';

/** Makes the link by which a member sets a new password; `link` is its whole address. */
export function useResetLink() {
  const ws = useWorkspaceId();
  const make = useMutation({
    mutationFn: ({ user_id }: Member) => api.post<OneTimeLink>(workspacePath(ws, `members/${user_id}/reset-link`)),
  });
  return { ...make, link: make.data && new URL(make.data.url, window.location.origin).href };
}

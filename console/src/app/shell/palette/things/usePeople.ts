import { useInfiniteQuery } from '@tanstack/react-query';
import { useWorkspaceId } from '../../../../api/queries';
import { membersQuery } from './queries';
import type { Search, Source } from './Thing';

/** The members of the workspace. */
export function usePeople(isWanted: boolean, { sees, at }: Search): Source {
  const enabled = isWanted && sees('members');
  const listed = useInfiniteQuery({ ...membersQuery(useWorkspaceId()), enabled });
  return {
    things: enabled
      ? (listed.data ?? []).map(({ user_id, name, email }) => ({
        kind: 'person', id: user_id, name: name || email, hint: name ? email : undefined, path: at('members', `?q=${encodeURIComponent(email)}`),
      }))
      : [],
    asked: [listed],
  };
}

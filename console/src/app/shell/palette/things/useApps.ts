import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useWorkspaceId } from '../../../../api/queries';
import { appsQuery, searchedAppsQuery } from './queries';
import type { Search, Source, Thing } from './Thing';

/** The apps: to build them, or to ask them for who may only do that. */
export function useApps(isWanted: boolean, { sees, at, q }: Search): Source {
  const ws = useWorkspaceId();
  const enabled = isWanted && (sees('apps') || sees('chat'));
  const listed = useInfiniteQuery({ ...appsQuery(ws), enabled });
  const searched = useQuery({ ...searchedAppsQuery(ws, q), enabled: enabled && q !== '' && listed.hasNextPage });

  const toThing = ({ id, name, status }: NonNullable<typeof listed.data>[number], isFound: boolean): Thing[] => {
    if (sees('apps')) return [{ kind: 'app', id, name, path: at('apps', `/${id}`), isFound }];
    return status === 'published' ? [{ kind: 'app', id, name, path: at('chat', `/new/${id}`), isFound }] : [];
  };
  return {
    things: enabled
      ? [...(listed.data ?? []).flatMap((app) => toThing(app, false)), ...(searched.data ?? []).flatMap((app) => toThing(app, true))]
      : [],
    asked: [listed, searched],
  };
}

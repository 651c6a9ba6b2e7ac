import { useWorkspaceId } from '../../../../api/queries';
import { areas } from '../../../../ui/areas';
import { useNavigation } from '../../useNavigation';
import type { Scope } from '../scope';
import type { Search, Thing } from './Thing';
import { useApps } from './useApps';
import { useIds } from './useIds';
import { useKnowledge } from './useKnowledge';
import { usePeople } from './usePeople';
import { useQuiet } from './useQuiet';

/** How long nothing is typed before the server is asked, in milliseconds. */
const quietTime = 120;

interface Things {
  /** Each once. */
  things: readonly Thing[];
  /** More may come. */
  isSearching: boolean;
  /** Some could not be asked for. */
  isPartial: boolean;
}

/**
 * What the palette can open besides pages. What the lists have read is there at once; the server is asked for documents, ids,
 * and what lies beyond the lists, when the typing pauses.
 */
export function useThings(scope: Scope, wanted: string): Things {
  const ws = useWorkspaceId();
  const { items } = useNavigation();
  const quiet = useQuiet(wanted, quietTime);
  const search: Search = {
    sees: (area) => items.some(({ name }) => name === area),
    at: (area, rest = '') => `/w/${ws}/${areas[area].path}${rest}`,
    q: quiet === wanted ? quiet : '',
  };
  const sources = [
    useApps(scope === 'all', search),
    useKnowledge(scope === 'all' || scope === 'knowledge', search),
    usePeople(scope === 'people', search),
    useIds(scope === 'ids', search),
  ];

  const byPath = new Map<string, Thing>();
  for (const thing of sources.flatMap(({ things }) => things)) {
    if (!byPath.has(thing.path)) byPath.set(thing.path, thing);
  }
  const asked = sources.flatMap((source) => source.asked);
  return {
    things: [...byPath.values()],
    isSearching: (scope !== 'acts' && quiet !== wanted) || asked.some(({ isLoading }) => isLoading),
    isPartial: asked.some(({ isError }) => isError),
  };
}

import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useWorkspaceId } from '../../../../api/queries';
import { basesQuery, searchedBasesQuery, searchedDocumentsQuery } from './queries';
import type { Search, Source } from './Thing';

const basesSearched = 3;

/** The knowledge bases, and documents by their names. */
export function useKnowledge(isWanted: boolean, { sees, at, q }: Search): Source {
  const ws = useWorkspaceId();
  const enabled = isWanted && sees('knowledge');
  const isAsked = enabled && q !== '';
  const listed = useInfiniteQuery({ ...basesQuery(ws), enabled });
  const searched = useQuery({ ...searchedBasesQuery(ws, q), enabled: isAsked && listed.hasNextPage });
  const documents = useQueries({
    queries: (isAsked ? basesToSearch(listed.data ?? []) : []).map((base) => searchedDocumentsQuery(ws, base, q)),
  });
  if (!enabled) return { things: [], asked: [] };

  const bases = [
    ...(listed.data ?? []).map((base) => ({ ...base, isFound: false })),
    ...(searched.data ?? []).map((base) => ({ ...base, isFound: true })),
  ];
  const names = new Map(bases.map(({ id, name }) => [id, name]));
  return {
    things: [
      ...bases.map(({ id, name, isFound }) => ({ kind: 'knowledge' as const, id, name, path: at('knowledge', `/${id}`), isFound })),
      ...documents.flatMap(({ data }) => data ?? []).map(({ id, name, knowledge_base_id: base }) => ({
        kind: 'document' as const, id, name, hint: names.get(base), path: at('knowledge', `/${base}/documents/${id}`), isFound: true,
      })),
    ],
    asked: [listed, searched, ...documents],
  };
}

/** There is no list of all documents: they are searched in the base that is open and in the ones that were changed last. */
function basesToSearch(known: readonly { id: string; updated_at: string }[]): string[] {
  const open = /\/knowledge\/([^/]+)/.exec(window.location.pathname)?.[1];
  const latest = known.toSorted((one, other) => other.updated_at.localeCompare(one.updated_at)).map(({ id }) => id);
  return [...new Set([...(open ? [open] : []), ...latest])].slice(0, basesSearched);
}

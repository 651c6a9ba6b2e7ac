import { useUrlState } from '../../../ui/table/useUrlState';
import type { AppFilter } from '../queries';

/** Every kind that an app can have, also those that are only imported. */
export const kinds = ['chat', 'completion', 'agent-chat', 'advanced-chat', 'workflow'] as const;

/** What the list shows, from the address: a link shows the same. */
export function useListFilter() {
  const [q, setQ] = useUrlState('q');
  const [kind, setKind] = useUrlState('kind');
  const [scope, setScope] = useUrlState('scope');
  const [tags, setTags] = useUrlState('tags');
  const [view, setView] = useUrlState('view');
  const asked: AppFilter = {
    q, mode: kind, tag_ids: tags,
    ...(scope === 'mine' && { mine: true }), ...(scope === 'favourite' && { favourite: true }), ...(scope === 'trash' && { trash: true }),
  };
  return {
    q, setQ, kind, setKind, scope, setScope, tags, setTags, view, setView, asked, isSet: q !== '' || kind !== '' || scope !== '' || tags !== '',
  };
}

export type ListFilter = ReturnType<typeof useListFilter>;

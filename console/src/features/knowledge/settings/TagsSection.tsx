import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { tagsPath, tagsQuery } from '../list/queries';
import { baseQuery } from '../queries';
import type { KnowledgeBase } from '../types';
import type { KnowledgeTag, TagName } from './types';
import { Section } from './Section';

/** The tags of a base; a word that is no tag yet becomes one. A choice holds at once. */
export function TagsSection({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const mayChange = useCan('knowledge.update');
  const { data: all = [] } = useQuery({ ...tagsQuery(ws), enabled: isPainted });
  const change = useChange(base, all);
  const shown = change.isPending ? [...change.variables] : base.tags.map(({ name }) => name);

  return (
    <Section id="tags" title={t('tags.title')} text={t('tags.text')}>
      <Select
        mode="tags" className="md-settings-tags" aria-label={t('tags.title')} placeholder={t('tags.choose')} disabled={!mayChange}
        value={shown} options={all.map(({ name }) => ({ value: name, label: name }))}
        onChange={(names: string[]) => change.mutate(names)} loading={change.isPending}
      />
      {change.error && <p role="alert" className="md-refused">{problemText(change.error)}</p>}
    </Section>
  );
}

function useChange(base: KnowledgeBase, all: readonly KnowledgeTag[]) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const known = new Map<string, TagName>([...all, ...base.tags].map((tag) => [tag.name, tag]));
  return useMutation({
    mutationFn: async (names: readonly string[]) => {
      const wanted = names.map((name) => name.trim()).filter((name) => name !== '');
      const before = base.tags.map(({ name }) => name);
      const added = wanted.filter((name) => !before.includes(name));
      const removed = base.tags.filter(({ name }) => !wanted.includes(name));
      const made = await Promise.all(added.map(async (name) => known.get(name) ?? api.post<KnowledgeTag>(tagsPath, { name })));
      const bind = (act: string, ids: string[]) => api.post(`${tagsPath}/${act}`, { tag_ids: ids, knowledge_base_ids: [base.id] });
      if (made.length > 0) await bind('bind', made.map(({ id }) => id));
      if (removed.length > 0) await bind('unbind', removed.map(({ id }) => id));
    },
    onSettled: () => Promise.all([
      cache.invalidateQueries({ queryKey: baseQuery(ws, base.id).queryKey }),
      cache.invalidateQueries({ queryKey: tagsQuery(ws).queryKey }),
      cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] }),
    ]),
  });
}

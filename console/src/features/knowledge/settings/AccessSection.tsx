import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useIsPainted } from '../../../api/firstPaint';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { FailureNote } from '../../../ui/form/FailureNote';
import { toast } from '../../../ui/toast/toast';
import type { KnowledgeBase } from '../types';
import { AccessGrants } from './AccessGrants';
import { Choices } from './Choices';
import { accessPath, accessQuery, peopleQuery, type AccessList } from './queries';
import { Section } from './Section';

/** To whom a base is open: to the workspace, or to those on a list. */
export function AccessSection({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const mayGrant = useCan('access.grant');
  const query = useQuery({ ...accessQuery(ws, base.id), enabled: isPainted && mayGrant });
  if (!mayGrant) return null;
  return (
    <Section id="access" title={t('access.title')} text={t('access.text')}>
      <Result query={query} compact>{(access) => <AccessForm base={base.id} saved={access} />}</Result>
    </Section>
  );
}

function AccessForm({ base, saved }: { base: string; saved: AccessList }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [access, setAccess] = useState(saved);
  const isListed = access.mode === 'listed';
  const mayReadPeople = useCan('members.read');
  const people = useInfiniteQuery({ ...peopleQuery(ws), enabled: isListed && mayReadPeople });
  const save = useMutation({
    mutationFn: () => api.put<AccessList>(accessPath(base), access),
    onSuccess: (answer) => {
      cache.setQueryData(accessQuery(ws, base).queryKey, answer);
      setAccess(answer);
      toast(t('knowledge:settings.saved'));
    },
  });
  const known = new Set(access.grants.map(({ user_id: id }) => id));
  const others = (people.data ?? []).filter(({ user_id: id }) => !known.has(id));

  return (
    <>
      <Choices values={['workspace', 'listed']} word={(value) => t(`access.${value}`)} value={access.mode} onChange={(mode) => setAccess({ ...access, mode })} />
      {isListed && <AccessGrants grants={access.grants} onChange={(grants) => setAccess({ ...access, grants })} />}
      {isListed && mayReadPeople && (
        <Select
          className="md-settings-tags" showSearch={{ optionFilterProp: 'label' }} value={null} placeholder={t('access.add')}
          aria-label={t('access.add')} loading={people.isLoading}
          options={others.map(({ user_id: id, name, email }) => ({ value: id, label: `${name} ${email}` }))}
          onChange={(id: string | null) => {
            const one = others.find(({ user_id: user }) => user === id);
            if (one) setAccess({ ...access, grants: [...access.grants, { user_id: one.user_id, email: one.email, name: one.name, level: 'use' }] });
          }}
        />
      )}
      <FailureNote error={save.error} />
      <Button className="md-access-save" loading={save.isPending} disabled={access === saved} onClick={() => save.mutate()}>{t('access.save')}</Button>
    </>
  );
}

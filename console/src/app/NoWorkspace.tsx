import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import type { Workspace } from '../api/types';
import { Empty } from '../ui/faces/Empty';
import { FailureNote } from '../ui/form/FailureNote';
import './shell/Shell.css';
import { PlainButton } from '../ui/form/PlainButton';
import { PlainInput } from '../ui/form/PlainInput';

/** Signed in and a member of nothing: make a workspace, or wait for an invitation. */
export function NoWorkspace() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => api.post<Workspace>('/api/v1/workspaces', { name }, { workspace: null }),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries();
      await navigate(`/w/${id}`);
    },
  });
  return (
    <main className="md-sheet" style={{ height: 'calc(100dvh - 16px)', margin: 8 }}>
      <h1 className="md-hidden">{t('no_workspace')}</h1>
      <Empty
        title={t('no_workspace')}
        text={t('no_workspace.text')}
        action={(
          <form
            style={{ display: 'grid', gap: 8, width: 320 }}
            onSubmit={(event) => {
              event.preventDefault();
              create.mutate();
            }}
          >
            <PlainInput
              value={name} required maxLength={80} aria-label={t('no_workspace.name')} placeholder={t('no_workspace.name')}
              onChange={(event) => setName(event.target.value)}
            />
            <FailureNote error={create.error} />
            <PlainButton primary type="submit" busy={create.isPending}>{t('no_workspace.create')}</PlainButton>
          </form>
        )}
      />
    </main>
  );
}

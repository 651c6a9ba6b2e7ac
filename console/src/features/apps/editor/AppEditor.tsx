import { useQuery } from '@tanstack/react-query';
import { MessageSquare, Pencil, Rocket, Trash2 } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import type { ComposerHandle } from '../../../ui/chat/Composer';
import type { App, Draft } from '../../../ui/chat/queries';
import { Loading } from '../../../ui/faces/Loading';
import { knowledgeChoicesQuery } from '../../../ui/knowledge/choices';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { KeptDraftNote } from '../draft/laterKept';
import { useDraft } from '../draft/useDraft';
import { AppTabs } from './AppTabs';
import { BuildTab } from './BuildTab';
import { DraftStatus } from './DraftStatus';
import { DraftTrouble } from './DraftTrouble';
import type { DrawerName } from './EditorDrawers';
import { AccessTab, AnnotationsTab, VersionsTab } from './tabs';
import './AppEditor.css';

const EditorDrawers = lazy(async () => ({ default: (await import('./EditorDrawers')).EditorDrawers }));

interface AppEditorProps {
  app: App;
  draft: Draft;
  tab: string;
}

/** The editor of a chat app: header, tabs and what they share, which is the draft. */
export function AppEditor({ app, draft, tab }: AppEditorProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const mayEdit = useCan('apps.update');
  const { saver, state } = useDraft(app, draft);
  const [open, setOpen] = useState<DrawerName>();
  const composer = useRef<ComposerHandle>(null);
  const knowledge = useQuery({ ...knowledgeChoicesQuery(ws), enabled: open !== undefined });
  const nameOf = useCallback(
    (id: string) => knowledge.data?.find((base) => base.id === id)?.name ?? id, [knowledge.data],
  );

  const publish = () => void saver.saveNow().then(() => setOpen(saver.state().status === 'conflict' ? 'conflict' : 'publish'));
  useActs([
    { id: 'app.save', label: t('act.save'), keys: 'mod+s', group: 'object', run: () => void saver.saveNow() },
    { id: 'app.try', label: t('act.try'), keys: 'mod+enter', group: 'object', run: () => composer.current?.send() },
    { id: 'app.publish', label: t('publish'), keys: 'mod+shift+p', icon: Rocket, group: 'object', run: publish },
  ]);

  return (
    <Page
      fill={tab === 'build'}
      head={(
        <>
          <PageHeader
            title={app.name}
            crumb={{ label: t('title'), to: `/w/${ws}/apps` }}
            facts={<DraftStatus state={state} app={app} />}
            actions={[
              {
                key: 'chat', label: t('chat'), icon: MessageSquare,
                disabledReason: app.version === null ? t('chat.not_published') : undefined,
                run: () => void navigate(`/w/${ws}/chat/new/${app.id}`),
              },
              {
                key: 'edit', label: t('edit'), icon: Pencil, secondary: true, permission: 'apps.update',
                run: () => setOpen('edit'), disabledReason: mayEdit ? undefined : t('needs', { permission: 'apps.update' }),
              },
              { key: 'delete', label: t('common:delete'), icon: Trash2, secondary: true, danger: true, run: () => setOpen('delete') },
              {
                key: 'publish', label: t('publish'), icon: Rocket, primary: true, permission: 'apps.publish', run: publish,
              },
            ]}
          />
          <AppTabs app={app.id} mode={app.mode} tab={tab} />
          <DraftTrouble state={state} onCompare={() => setOpen('conflict')} onRetry={() => void saver.saveNow()} />
          <Suspense fallback={null}><KeptDraftNote app={app.id} saver={saver} readOnly={!mayEdit} /></Suspense>
        </>
      )}
    >
      {tab === 'build' && <BuildTab app={app} saver={saver} state={state} composer={composer} readOnly={!mayEdit} />}
      <Suspense fallback={<Loading />}>
        {tab === 'annotations' && <AnnotationsTab app={app} />}
        {tab === 'access' && <AccessTab app={app} />}
        {tab === 'versions' && <VersionsTab app={app} state={state} onRestored={saver.replace} />}
      </Suspense>
      {open && (
        <Suspense fallback={null}>
          <EditorDrawers
            open={open} app={app} state={state} nameOf={nameOf} onClose={() => setOpen(undefined)} onResolve={saver.resolve}
            onDeleted={() => void navigate(`/w/${ws}/apps`)}
          />
        </Suspense>
      )}
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { versionQuery } from '../../apps/queries';
import type { WorkflowConfig } from '../model/graph';
import { readConfig } from '../model/read';
import { ChangeList } from './ChangeList';
import { compare, countOf } from './compare';

/** What publishing a graph will change for those who use the app. */
export function PublishChanges({ app, config }: { app: App; config: WorkflowConfig }) {
  const { t } = useTranslation(['flowCompare', 'apps']);
  const live = useQuery(versionQuery(useWorkspaceId(), app.id, app.version));
  const { version } = app;
  if (version === null) return <p className="md-soft md-diff-list">{app.mode === 'workflow' ? t('first') : t('apps:publish.first')}</p>;
  if (live.isError) return <p className="md-soft md-diff-list">{t('apps:publish.no_diff', { version })}</p>;
  if (!live.data) return null;
  const comparison = compare(readConfig(live.data.config), config);
  const count = countOf(comparison);
  if (count === 0) return <p className="md-soft md-diff-list">{t('apps:publish.same', { version })}</p>;
  return (
    <div className="md-diff-list">
      <p className="md-soft">{t('apps:publish.changes', { count, version })}</p>
      <ChangeList comparison={comparison} />
    </div>
  );
}

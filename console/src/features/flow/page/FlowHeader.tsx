import { Braces, CircleAlert, GitCompare, History, Play, Rocket, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { duration } from '../../../ui/format';
import { PageHeader } from '../../../ui/page/PageHeader';
import { StateTag } from '../../../ui/states/StateTag';
import type { DraftState } from '../../apps/draft/DraftSaver';
import { AppTabs } from '../../apps/editor/AppTabs';
import { DraftStatus } from '../../apps/editor/DraftStatus';
import { useRun } from '../canvas/FlowContext';
import type { FlowProblem } from '../forms/variables';
import { isLive } from '../run/runState';
import type { PanelName } from './panels';
import '../../apps/editor/AppEditor.css';

interface FlowHeaderProps {
  app: App;
  state: DraftState;
  problems: readonly FlowProblem[];
  panel: PanelName | undefined;
  onPanel: (name: PanelName) => void;
  onRun: () => void;
  onPublish: () => void;
}

/** The head of the canvas: what is saved and live, what runs, and the panels. */
export function FlowHeader({ app, state, problems, panel, onPanel, onRun, onPublish }: FlowHeaderProps) {
  const { t } = useTranslation(['flow', 'apps']);
  const ws = useWorkspaceId();
  const errors = problems.some(({ isError }) => isError);
  const panels: [PanelName, LucideIcon, string][] = [
    ['variables', Braces, t('variables')], ['features', SlidersHorizontal, t('features')], ['history', History, t('history')],
    ...(app.version === null ? [] : [['compare', GitCompare, t('compare')] satisfies [PanelName, LucideIcon, string]]),
  ];
  return (
    <>
      <PageHeader
        title={app.name} crumb={{ label: t('apps:title'), to: `/w/${ws}/apps` }} state={<RunNow />} facts={<DraftStatus state={state} app={app} />}
        actions={[
          { key: 'run', label: t('run'), icon: Play, permission: 'apps.use', run: onRun },
          { key: 'publish', label: t('apps:publish'), icon: Rocket, primary: true, permission: 'apps.publish', run: onPublish },
        ]}
      >
        <div className="md-flow-panels" role="group" aria-label={t('panels')}>
          {problems.length > 0 && (
            <button type="button" className="md-icon-button" data-tone={errors ? 'err' : 'warn'} aria-pressed={panel === 'problems'} onClick={() => onPanel('problems')}>
              <CircleAlert size={15} />&ensp;{t('problems.count', { count: problems.length })}
            </button>
          )}
          {panels.map(([name, Icon, label]) => (
            <button key={name} type="button" className="md-icon-button" aria-label={label} title={label} aria-pressed={panel === name} onClick={() => onPanel(name)}>
              <Icon size={15} />
            </button>
          ))}
        </div>
      </PageHeader>
      <AppTabs app={app.id} mode={app.mode} tab="build" />
    </>
  );
}

function RunNow() {
  const status = useRun((run) => run.status);
  const startedAt = useRun((run) => run.startedAt);
  const elapsed = useRun((run) => run.elapsed);
  const live = useRun(isLive);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [live]);
  const { t } = useTranslation();
  if (!status) return null;
  const took = live && startedAt !== undefined ? Math.max(0, now - startedAt) / 1000 : elapsed;
  return <StateTag state={status}>{`${t(`state.${status}`)}${took === undefined ? '' : ` ${duration(took)}`}`}</StateTag>;
}

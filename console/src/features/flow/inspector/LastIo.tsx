import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Result } from '../../../ui/faces/Result';
import { lastRunQuery } from '../api/runs';
import { useFlow, useRun } from '../canvas/FlowContext';
import { StepDetail } from '../run/StepDetail';
import { stateOfKept } from '../run/runState';

/** What went into a node and came out of it: in the run that is shown, else in the newest one that is kept. */
export function LastIo({ node }: { node: string }) {
  const { t } = useTranslation('flowRun');
  const { app, runs } = useFlow();
  const ws = useWorkspaceId();
  const step = useRun((run) => run.latest[node]);
  const query = useQuery({ ...lastRunQuery(ws, app.id, node), enabled: !step });
  if (step) return <StepDetail step={step} events={runs.events()} />;
  return (
    <Result query={query} compact>
      {(kept) => {
        const last = kept && stateOfKept(kept).latest[node];
        return last ? <StepDetail step={last} events={[]} /> : <Empty compact title={t('last.none')} text={t('last.none.text')} />;
      }}
    </Result>
  );
}

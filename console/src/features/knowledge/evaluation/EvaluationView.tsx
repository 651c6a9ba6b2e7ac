import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { ListChecks, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { useActs } from '../../../ui/acts/acts';
import { Empty } from '../../../ui/faces/Empty';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import type { KnowledgeBase } from '../types';
import { CaseRanks } from './CaseRanks';
import { CompareDrawer } from './CompareDrawer';
import { EvaluationMenu } from './EvaluationMenu';
import { casesQuery, evaluationsPath, evaluationsQuery } from './queries';
import type { EvaluationSummary, Variant } from './types';
import { useEvaluationColumns } from './useEvaluationColumns';
import { useEvaluations } from './useEvaluations';
import './Evaluation.css';

/** How many runs stand side by side. */
const sideBySide = 6;

/** The runs over all cases: numbers side by side, and below them the ranks of each case. */
export function EvaluationView({ base, onAsk }: { base: KnowledgeBase; onAsk: () => void }) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useEvaluations(base.id);
  const [runs, setRuns] = useUrlState('runs');
  const [isComparing, setComparing] = useState(false);
  const [removing, setRemoving] = useState<EvaluationSummary>();
  const changed = () => cache.invalidateQueries({ queryKey: evaluationsQuery(ws, base.id).queryKey });
  const show = (evaluations: readonly { id: string }[]) => setRuns(evaluations.slice(0, sideBySide).map(({ id }) => id).join('.'));
  const start = useMutation({
    mutationFn: (variants: readonly Variant[] | null) =>
      api.post<EvaluationSummary[]>(evaluationsPath(base.id), variants === null ? {} : { variants }),
    onSuccess: async (started) => {
      await changed();
      show(started);
    },
  });
  const cases = useInfiniteQuery(casesQuery(ws, base.id));
  const hasNone = cases.data?.length === 0;
  const needsCase = hasNone ? t('run_all.needs_case') : undefined;
  const runAll = () => start.mutate(null);
  useActs(hasNone ? [] : [{ id: 'hits.run_all', label: t('run_all'), icon: Play, group: 'object', run: runAll }]);
  const columns = useEvaluationColumns();
  const shown = runs === '' ? [] : runs.split('.');
  const chosen = shown.flatMap((id) => query.data?.filter((one) => one.id === id) ?? []);

  return (
    <>
      <DataTable
        label={t('evaluations')} query={query} columns={columns} rowKey={({ id }) => id} current={shown.length === 1 ? shown[0] : undefined}
        onOpen={(one) => show([one])}
        selection={(rows, clear) => (
          <Button
            size="small"
            onClick={() => {
              show(rows);
              clear();
            }}
          >
            {t('compare.rows', { count: Math.min(rows.length, sideBySide) })}
          </Button>
        )}
        rowMenu={(one) => <EvaluationMenu evaluation={one} onRemove={() => setRemoving(one)} />}
        toolbar={(
          <>
            <PermissionButton permission="knowledge.update" type="primary" size="small" disabledReason={needsCase} loading={start.isPending} icon={<Play size={14} />} onClick={runAll}>
              {t('run_all')}
            </PermissionButton>
            <PermissionButton permission="knowledge.update" size="small" disabledReason={needsCase} onClick={() => setComparing(true)}>{t('compare')}</PermissionButton>
            {start.error && <span role="alert" className="md-hit-refused">{problemText(start.error)}</span>}
          </>
        )}
        empty={hasNone
          ? (
            <Empty
              icon={ListChecks} title={t('evaluations.none.title')} text={t('evaluations.none.text')}
              action={<Button type="primary" onClick={onAsk}>{t('view.ask')}</Button>}
            />
          )
          : <Empty icon={ListChecks} title={t('evaluations.empty.title')} text={t('evaluations.empty.text')} />}
      />
      {chosen.length > 0 && <CaseRanks base={base.id} evaluations={chosen} onClose={() => setRuns('')} />}
      <CompareDrawer base={base} open={isComparing} onClose={() => setComparing(false)} onStart={(variants) => start.mutateAsync(variants)} />
      <ConfirmDestructive
        open={removing !== undefined} onClose={() => setRemoving(undefined)} verb={t('evaluation.remove')}
        title={t('evaluation.remove.title', { label: removing?.label })} consequence={t('evaluation.remove.text')}
        onConfirm={async () => {
          await api.delete(`${evaluationsPath(base.id)}/${removing!.id}`);
          await changed();
        }}
      />
    </>
  );
}

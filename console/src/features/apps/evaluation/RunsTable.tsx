import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { count, duration, money, percent } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { RowMenu } from '../../../ui/table/RowMenu';
import { useUrlState } from '../../../ui/table/useUrlState';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import { grade } from './grade';
import { evaluationKey, runsPath, runsQuery } from './queries';
import { RunView } from './RunView';
import { goesOn, type Evaluation, type TestSet } from './types';

/** The runs over a set; one stands open below them. */
export function RunsTable({ app, set }: { app: string; set: TestSet }) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useInfiniteQuery(runsQuery(ws, app, set.id));
  const [open, setOpen] = useUrlState('run');
  const [, setOther] = useUrlState('with');
  const [deleting, setDeleting] = useState<Evaluation>();
  const refresh = () => cache.invalidateQueries({ queryKey: evaluationKey(ws, app) });
  const act = async (run: Evaluation, verb: 'cancel' | 'retry') => {
    try {
      await api.post(`${runsPath(app)}/${run.id}/${verb}`);
      await refresh();
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  const show = (run: Evaluation) => {
    setOther('');
    setOpen(open === run.id ? '' : run.id);
  };
  const columns: Column<Evaluation>[] = [
    { key: 'version', title: t('column.version'), render: ({ version }) => (version === null ? t('draft') : `v${version}`) },
    { key: 'state', title: t('column.state'), width: 190, render: (run) => <RunState run={run} /> },
    { key: 'passed', title: t('column.passed'), width: 140, numeric: true, render: ({ figures: { passed, judged, pass_rate } }) => (judged === 0 ? '–' : `${percent(pass_rate)} · ${count(passed)}/${count(judged)}`) },
    { key: 'similarity', title: t('judge.similarity'), width: 110, numeric: true, render: ({ figures }) => percent(figures.similarity) },
    { key: 'model', title: t('judge.model'), width: 110, numeric: true, render: ({ figures }) => grade(figures.model_score) },
    { key: 'tokens', title: t('column.tokens'), width: 100, numeric: true, render: ({ figures }) => count(figures.prompt_tokens + figures.completion_tokens) },
    { key: 'cost', title: t('column.cost'), width: 90, numeric: true, render: ({ figures: { cost } }) => (cost ? money(cost.amount, cost.currency) : '–') },
    { key: 'latency', title: t('column.latency'), width: 100, numeric: true, render: ({ figures }) => duration(figures.latency) },
    { key: 'created_at', title: t('column.started'), width: 130, render: ({ created_at }) => <Time at={created_at} /> },
  ];
  return (
    <section className="md-evaluation-part">
      <DataTable<Evaluation>
        label={t('runs')} query={query} columns={columns} rowKey={({ id }) => id} onOpen={show} current={open || undefined}
        toolbar={<h2>{t('runs')}</h2>}
        rowMenu={(run) => (
          <RowMenu
            label={t('run.menu')}
            items={[
              goesOn(run) ? { key: 'cancel', label: t('run.cancel'), onClick: () => void act(run, 'cancel') } : null,
              run.state === 'failed' || run.state === 'cancelled' ? { key: 'retry', label: t('run.retry'), onClick: () => void act(run, 'retry') } : null,
              { key: 'delete', danger: true, label: t('common:delete'), onClick: () => setDeleting(run) },
            ]}
          />
        )}
        empty={<Empty compact title={t('runs.empty.title')} text={t(set.case_count === 0 ? 'runs.empty.no_cases' : 'runs.empty.text')} />}
      />
      {open && query.data && <RunView key={open} app={app} run={open} runs={query.data} />}
      <ConfirmDestructive
        open={deleting !== undefined} onClose={() => setDeleting(undefined)} title={t('run.delete.title')} verb={t('common:delete')}
        consequence={t('run.delete.text')}
        onConfirm={async () => {
          await api.delete(`${runsPath(app)}/${deleting!.id}`);
          if (deleting!.id === open) setOpen('');
          await refresh();
        }}
      />
    </section>
  );
}

function RunState({ run }: { run: Evaluation }) {
  const { t } = useTranslation('appEvaluation');
  if (!goesOn(run)) return <span title={run.error ?? undefined}><StateTag state={run.state} /></span>;
  const { figures: { done }, case_count: all } = run;
  return (
    <span className="md-run-progress">
      <Progress percent={all === 0 ? 0 : (done / all) * 100} showInfo={false} size="small" aria-label={t('runs')} />
      <span className="md-num">{done}/{all}</span>
    </span>
  );
}

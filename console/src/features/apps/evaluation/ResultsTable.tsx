import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Markdown } from '../../../ui/chat/markdown/Markdown';
import { count, duration, money, percent } from '../../../ui/format';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { DataTable, type TableQuery } from '../../../ui/table/DataTable';
import type { CaseResult } from './types';
import { reasonOf, verdictText } from './verdictText';

interface ResultsTableProps {
  app: string;
  query: TableQuery<CaseResult>;
  onClear: (() => void) | undefined;
}

/** What each case came to, and why. */
export function ResultsTable({ app, query, onClear }: ResultsTableProps) {
  const { t } = useTranslation('appEvaluation');
  const [open, setOpen] = useState<string>();
  const shown = query.data?.find((one) => one.case_id === open);
  const columns: Column<CaseResult>[] = [
    { key: 'question', title: t('column.question'), render: ({ question }) => question || '–' },
    { key: 'result', title: t('column.result'), width: 130, render: (result) => <CaseState result={result} /> },
    { key: 'reason', title: t('column.reason'), render: (result) => <span className="md-case-reason">{reasonOf(result, t)}</span> },
    { key: 'score', title: t('column.score'), width: 90, numeric: true, render: ({ score }) => percent(score) },
    { key: 'tokens', title: t('column.tokens'), width: 90, numeric: true, render: (result) => count(result.prompt_tokens + result.completion_tokens) },
    { key: 'duration', title: t('column.latency'), width: 90, numeric: true, render: (result) => duration(result.duration) },
  ];
  return (
    <>
      <DataTable<CaseResult>
        label={t('results')} query={query} columns={columns} rowKey={({ case_id }) => case_id} onOpen={({ case_id }) => setOpen(case_id)}
        onClearFilters={onClear} empty={null}
      />
      <SidePanel title={shown?.question || t('results')} open={shown !== undefined} onClose={() => setOpen(undefined)}>
        {shown && <CaseDetail app={app} result={shown} />}
      </SidePanel>
    </>
  );
}

/** A case's outcome as a state. */
export function CaseState({ result: { state, passed } }: { result: CaseResult }) {
  const { t } = useTranslation('appEvaluation');
  if (state === 'waiting') return <StateTag state="waiting" />;
  if (passed === null) return <StateTag state="none" as="off">{t('unjudged')}</StateTag>;
  return passed ? <StateTag state="succeeded">{t('passed')}</StateTag> : <StateTag state="failed">{t(state === 'failed' ? 'no_answer' : 'not_passed')}</StateTag>;
}

function CaseDetail({ app, result }: { app: string; result: CaseResult }) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const { expected, answer, error, verdicts, cost, model, duration: took, message_id: message } = result;
  return (
    <div className="md-case-detail">
      <p><CaseState result={result} /> <span className="md-meta">{[model, took !== null && duration(took), cost && Number(cost.amount) !== 0 && money(cost.amount, cost.currency)].filter(Boolean).join(' · ')}</span></p>
      {error && <p className="md-run-error">{error}</p>}
      <ul>
        {verdicts.map((verdict, at) => (
          <li key={at}><StateTag state={verdict.passed ? 'succeeded' : 'failed'}>{t(`judge.${verdict.judge}`)}</StateTag> {verdictText(verdict, t)}</li>
        ))}
      </ul>
      {expected && <><h4>{t('case.expected')}</h4><p className="md-case-expected">{expected}</p></>}
      {answer && <><h4>{t('answer')}</h4><Markdown text={answer} /></>}
      {message && <p><Link to={`/w/${ws}/apps/${app}/logs?source=evaluation`}>{t('in_logs')}</Link></p>}
    </div>
  );
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { toast } from '../../../ui/toast/toast';
import { CaseDrawer } from './CaseDrawer';
import { ImportButton } from './ImportButton';
import { casesQuery, evaluationKey, setsPath } from './queries';
import type { TestCase, TestSet } from './types';

/** The questions of a set. */
export function CasesTable({ app, set }: { app: string; set: TestSet }) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useInfiniteQuery(casesQuery(ws, app, set.id));
  const [open, setOpen] = useState<TestCase | 'new'>();
  const path = `${setsPath(app)}/${set.id}/cases`;
  const refresh = () => cache.invalidateQueries({ queryKey: evaluationKey(ws, app) });
  const remove = async ({ id, ...saved }: TestCase) => {
    try {
      await api.delete(`${path}/${id}`);
      await refresh();
      toast(t('case.deleted'), {
        action: {
          label: t('common:undo'),
          run: () => void api.post(path, saved).then(refresh, (error: unknown) => toast(problemText(error), { tone: 'error' })),
        },
      });
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  const columns: Column<TestCase>[] = [
    { key: 'question', title: t('column.question'), render: ({ question }) => question || <span className="md-quiet">{t('case.form_only')}</span> },
    { key: 'expected', title: t('case.expected'), render: ({ expected }) => <span className="md-case-reason">{expected ?? '–'}</span> },
    {
      key: 'rules', title: t('case.rules'), width: 240,
      render: ({ rules }) => <span className="md-case-reason">{rules.map(({ kind, value }) => `${t(`rule.${kind}`)} ${value}`).join(' · ') || '–'}</span>,
    },
    { key: 'note', title: t('case.note'), width: 180, render: ({ note }) => <span className="md-quiet">{note ?? ''}</span> },
  ];
  return (
    <section className="md-evaluation-part">
      <DataTable<TestCase>
        label={t('cases')} query={query} columns={columns} rowKey={({ id }) => id} onOpen={setOpen}
        toolbar={(
          <>
            <h2>{t('cases')}</h2>
            <Button size="small" icon={<Plus size={14} />} onClick={() => setOpen('new')}>{t('case.new')}</Button>
            <ImportButton app={app} set={set.id} onDone={refresh} />
          </>
        )}
        rowMenu={(one) => (
          <button type="button" className="md-icon-button" aria-label={t('case.delete', { question: one.question })} onClick={() => void remove(one)}><Trash2 size={15} /></button>
        )}
        empty={<Empty compact title={t('cases.empty.title')} text={t('cases.empty.text')} />}
      />
      {open && (
        <CaseDrawer
          testCase={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)}
          onSave={async (values) => {
            await (open === 'new' ? api.post(path, values) : api.put(`${path}/${open.id}`, values));
            await refresh();
          }}
        />
      )}
    </section>
  );
}

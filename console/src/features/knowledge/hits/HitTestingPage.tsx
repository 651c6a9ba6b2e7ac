import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { ChartColumn, ListChecks, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import type { PageAction } from '../../../ui/page/PageHeader';
import { useUrlState } from '../../../ui/table/useUrlState';
import { BaseFrame } from '../base/BaseFrame';
import { casesQuery } from '../evaluation/queries';
import { WorseBanner } from '../evaluation/WorseBanner';
import type { KnowledgeBase } from '../types';
import { HitForm } from './HitForm';
import { HitHistory } from './HitHistory';
import { HitResults } from './HitResults';
import { askedKey, retrieve } from './queries';
import { repeated } from './repeated';
import type { AskedQuery, HitQuestion } from './types';
import './HitTestingPage.css';

const EvaluationView = lazy(async () => ({ default: (await import('../evaluation/EvaluationView')).EvaluationView }));
const CasesDrawer = lazy(async () => ({ default: (await import('../evaluation/CasesDrawer')).CasesDrawer }));

/** Asks a base as an app would and shows how its passages came to their places; cases kept from there are run all at once. */
export function HitTestingPage() {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const { id = '' } = useParams();
  const [view, setView] = useUrlState('view');
  const [drawer, setDrawer] = useUrlState('drawer');
  const isPainted = useIsPainted();
  const cases = useInfiniteQuery({ ...casesQuery(ws, id), enabled: isPainted });
  const number = cases.data ? ` ${cases.data.length}${cases.hasNextPage ? '+' : ''}` : '';
  const actions: PageAction[] = [
    { key: 'cases', label: `${t('cases')}${number}`, icon: ListChecks, run: () => setDrawer('cases') },
    view === 'evaluation'
      ? { key: 'ask', label: t('view.ask'), icon: Search, run: () => setView('') }
      : { key: 'evaluation', label: t('view.evaluation'), icon: ChartColumn, run: () => setView('evaluation') },
  ];
  return (
    <BaseFrame actions={actions}>
      {(base) => (
        <>
          <WorseBanner base={base.id} />
          {view === 'evaluation'
            ? <Suspense><EvaluationView base={base} onAsk={() => setView('')} /></Suspense>
            : <Questions base={base} />}
          {drawer === 'cases' && <Suspense><CasesDrawer base={base.id} onClose={() => setDrawer('')} /></Suspense>}
        </>
      )}
    </BaseFrame>
  );
}

function Questions({ base }: { base: KnowledgeBase }) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [form] = Form.useForm<HitQuestion>();
  const search = useMutation({
    mutationFn: (question: HitQuestion) => retrieve(base.id, question),
    onSettled: () => cache.invalidateQueries({ queryKey: askedKey(ws, base.id) }),
  });
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone they stand below the form.
    if (!search.isIdle) results.current?.scrollIntoView({ block: 'nearest' });
  }, [search.isIdle, search.status]);
  const repeat = (asked: AskedQuery) => {
    const question = repeated(asked, base.retrieval);
    form.setFieldsValue(question);
    search.mutate(question);
  };
  return (
    <div className="md-hit-testing">
      <aside className="md-hit-side">
        <HitForm base={base} form={form} isBusy={search.isPending} onSearch={search.mutate} />
        <HitHistory base={base.id} onRepeat={repeat} />
      </aside>
      <div ref={results} className="md-hit-results"><HitResults base={base.id} search={search} /></div>
    </div>
  );
}

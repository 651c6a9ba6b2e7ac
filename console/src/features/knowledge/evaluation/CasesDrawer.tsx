import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { CaseItem } from './CaseItem';
import { casesQuery } from './queries';
import './Evaluation.css';

/** The test cases of a base: what was asked and what ought to be found, to be changed and deleted. */
export function CasesDrawer({ base, onClose }: { base: string; onClose: () => void }) {
  const { t } = useTranslation('hitTesting');
  return <SidePanel title={t('cases')} open onClose={onClose}><Cases base={base} /></SidePanel>;
}

function Cases({ base }: { base: string }) {
  const { t } = useTranslation('hitTesting');
  const query = useInfiniteQuery(casesQuery(useWorkspaceId(), base));
  if (!query.data) return query.error ? <ErrorFace compact error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={5} />;
  if (query.data.length === 0) return <Empty compact title={t('cases.empty.title')} text={t('cases.empty.text')} />;
  return (
    <>
      <ul className="md-cases">{query.data.map((one) => <CaseItem key={one.id} base={base} testCase={one} />)}</ul>
      {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</Button>}
    </>
  );
}

import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';
import { useActs } from '../../ui/acts/acts';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { useUrlState } from '../../ui/table/useUrlState';
import { KeySection } from './KeySection';
import './keys.css';

/** The keys of programs: to manage the workspace, and for its knowledge bases. */
export function KeysPage() {
  const { t } = useTranslation('keys');
  const [creating, setCreating] = useUrlState('new');
  const mayManage = useCan('keys.manage');
  const mayKnowledge = useCan('knowledge.keys');
  const create = () => setCreating('management');
  useActs(mayManage ? [{ id: 'keys.new', label: t('new'), icon: KeyRound, keys: 'c', run: create }] : []);
  const section = (kind: 'management' | 'knowledge') => (
    <KeySection kind={kind} isCreating={creating === kind} onCreate={() => setCreating(kind)} onDone={() => setCreating('')} />
  );
  return (
    <Page
      head={(
        <PageHeader
          title={t('title')}
          actions={[{ key: 'new', label: t('new'), icon: KeyRound, primary: true, permission: 'keys.manage', run: create }]}
        />
      )}
    >
      {mayManage && section('management')}
      {mayKnowledge && section('knowledge')}
      {!mayManage && !mayKnowledge && <p className="md-section md-soft">{t('knowledge.text')}</p>}
    </Page>
  );
}

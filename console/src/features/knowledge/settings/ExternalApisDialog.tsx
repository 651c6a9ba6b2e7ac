import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { ExternalApiForm } from './ExternalApiForm';
import { ExternalApiRow } from './ExternalApiRow';
import { externalApisQuery, type ExternalApi } from './queries';
import './ExternalApis.css';

/** The external knowledge APIs of the workspace: made known, tried out, changed and forgotten. */
export function ExternalApisDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('bases');
  return (
    <Modal open={open} onCancel={onClose} title={t('external.title')} footer={null} width={560} destroyOnHidden mask={{ blur: false }}>
      <Apis />
    </Modal>
  );
}

function Apis() {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useInfiniteQuery(externalApisQuery(ws));
  const mayCreate = useCan('knowledge.create');
  const [edited, setEdited] = useState<ExternalApi | 'new'>();
  const changed = () => cache.invalidateQueries({ queryKey: externalApisQuery(ws).queryKey });

  if (edited) {
    return (
      <ExternalApiForm
        api={edited === 'new' ? undefined : edited} onCancel={() => setEdited(undefined)}
        onSaved={async () => {
          setEdited(undefined);
          await changed();
        }}
      />
    );
  }
  if (!query.data) return query.error ? <ErrorFace compact error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={3} />;
  const add = mayCreate && <Button icon={<Plus size={14} />} onClick={() => setEdited('new')}>{t('external.new')}</Button>;
  if (query.data.length === 0) return <Empty compact icon={Plug} title={t('external.empty.title')} text={t('external.empty.text')} action={add} />;
  return (
    <>
      <p className="md-meta md-external-text">{t('external.text')}</p>
      <ul className="md-external">
        {query.data.map((one) => <ExternalApiRow key={one.id} api={one} onEdit={() => setEdited(one)} onRemoved={changed} />)}
      </ul>
      {add}
    </>
  );
}

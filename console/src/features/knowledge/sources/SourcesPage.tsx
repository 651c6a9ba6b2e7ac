import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Globe, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { Empty } from '../../../ui/faces/Empty';
import { DataTable } from '../../../ui/table/DataTable';
import { BaseFrame } from '../base/BaseFrame';
import { sourcesQuery } from './queries';
import { SourceConfirmations } from './SourceConfirmations';
import { SourceMenu } from './SourceMenu';
import type { Source } from './types';
import { useSourceActs, useSourceChanges } from './useSourceActs';
import { useSourceColumns } from './useSourceColumns';

const SourceDrawer = lazy(async () => ({ default: (await import('./SourceDrawer')).SourceDrawer }));
const RunsDrawer = lazy(async () => ({ default: (await import('./RunsDrawer')).RunsDrawer }));
const DeleteSource = lazy(async () => ({ default: (await import('./DeleteSource')).DeleteSource }));

/** What lies over the list, and about which source; a new one has none. It stays known while it closes. */
interface Over {
  open: boolean;
  what: 'edit' | 'runs' | 'delete';
  source?: Source;
}

/** The places that a base brings documents from by itself. */
export function SourcesPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('sources');
  const ws = useWorkspaceId();
  const mayChange = useCan('knowledge.update');
  const [over, setOver] = useState<Over>();
  useSourceChanges(id);
  const query = useInfiniteQuery(sourcesQuery(ws, id));
  const acts = useSourceActs();
  const columns = useSourceColumns();
  const show = (what: Over['what'], source?: Source) => setOver({ open: true, what, source });
  const close = () => setOver((now) => now && { ...now, open: false });
  useActs(mayChange ? [{ id: 'sources.new', label: t('new'), icon: Plus, keys: 'c', group: 'object', run: () => show('edit') }] : []);

  return (
    <BaseFrame
      actions={[{ key: 'new', label: t('new'), icon: Plus, primary: true, permission: 'knowledge.update', run: () => show('edit') }]}
    >
      {(base) => (
        <>
          <SourceConfirmations sources={query.data ?? []} />
          <DataTable
            label={t('title')}
            query={query}
            columns={columns}
            rowKey={(source) => source.id}
            onOpen={(source) => show('runs', source)}
            rowMenu={(source) => (
              <SourceMenu
                source={source} acts={acts} onRuns={() => show('runs', source)} onEdit={() => show('edit', source)}
                onDelete={() => show('delete', source)}
              />
            )}
            empty={(
              <Empty
                icon={Globe} title={t('empty.title')} text={t('empty.text')}
                action={mayChange && <Button type="primary" onClick={() => show('edit')}>{t('new')}</Button>}
              />
            )}
          />
          <Suspense>
            {over?.what === 'edit' && (
              <SourceDrawer key={over.source?.id ?? 'new'} base={base.id} source={over.source} open={over.open} onClose={close} />
            )}
            {over?.what === 'runs' && over.source && <RunsDrawer source={over.source} open={over.open} onClose={close} />}
            {over?.what === 'delete' && over.source && (
              <DeleteSource source={over.source} open={over.open} onClose={close} onDelete={acts.remove} />
            )}
          </Suspense>
        </>
      )}
    </BaseFrame>
  );
}

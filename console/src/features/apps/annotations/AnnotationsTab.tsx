import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download, MessageSquareQuote, Plus, Settings2, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import type { App } from '../../../ui/chat/queries';
import { Empty } from '../../../ui/faces/Empty';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { saveBlob } from '../../../ui/saveBlob';
import { DataTable } from '../../../ui/table/DataTable';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { toast } from '../../../ui/toast/toast';
import { AnnotationMenu } from './AnnotationMenu';
import { AnnotationReplyForm } from './AnnotationReplyForm';
import { DeleteAnnotations } from './DeleteAnnotations';
import { HitsDrawer } from './HitsDrawer';
import { ImportDrawer } from './ImportDrawer';
import { NewAnnotation } from './NewAnnotation';
import { annotationsKey, annotationsPath, annotationsQuery, type Annotation } from './queries';
import { useAnnotationColumns } from './useAnnotationColumns';
import { useEditing } from './useEditing';
import './annotations.css';

type Panel = 'new' | 'import' | 'settings' | { hits: Annotation } | { remove: readonly Annotation[]; done: () => void };

/** Questions with the answers that people have written: found, changed, brought in and taken out. */
export function AnnotationsTab({ app }: { app: App }) {
  const { t } = useTranslation('annotations');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [keyword, setKeyword] = useUrlState('q');
  const editing = useEditing(app.id);
  const mayChange = useCan('apps.update');
  const [panel, setPanel] = useState<Panel>();
  const query = useInfiniteQuery(annotationsQuery(ws, app.id, keyword));
  const changed = () => cache.invalidateQueries({ queryKey: annotationsKey(ws, app.id) });
  const close = () => setPanel(undefined);
  const columns = useAnnotationColumns(editing, (hits) => setPanel({ hits }));

  const save = async () => {
    try {
      const file = await send(`${annotationsPath(app.id)}/export`);
      saveBlob(await file.blob(), `${app.name}.csv`);
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  const add = (
    <PermissionButton type="primary" permission="apps.update" icon={<Plus size={15} />} onClick={() => setPanel('new')}>{t('new')}</PermissionButton>
  );

  return (
    <>
      <DataTable<Annotation>
        label={t('title')} query={query} columns={columns} rowKey={({ id }) => id}
        onClearFilters={keyword ? () => setKeyword('') : undefined}
        onOpen={mayChange ? (row) => row.id !== editing.draft?.id && editing.begin(row) : undefined}
        toolbar={(
          <>
            <FilterInput value={keyword} onChange={setKeyword} placeholder={t('filter')} />
            <span className="md-toolbar-gap" />
            <PermissionButton permission="apps.update" icon={<Settings2 size={15} />} onClick={() => setPanel('settings')}>{t('reply')}</PermissionButton>
            <PermissionButton permission="apps.update" icon={<Upload size={15} />} onClick={() => setPanel('import')}>{t('import')}</PermissionButton>
            <PermissionButton permission="apps.update" icon={<Download size={15} />} onClick={() => void save()}>{t('export')}</PermissionButton>
            {add}
          </>
        )}
        selection={mayChange ? (rows, clear) => (
          <Button size="small" danger onClick={() => setPanel({ remove: rows.slice(0, 100), done: clear })}>{t('common:delete')}</Button>
        ) : undefined}
        rowMenu={(row) => (
          <AnnotationMenu
            annotation={row} onEdit={() => editing.begin(row)} onHits={() => setPanel({ hits: row })}
            onDelete={() => setPanel({ remove: [row], done: () => undefined })}
          />
        )}
        empty={<Empty icon={MessageSquareQuote} title={t('empty')} text={t('empty.text')} action={add} />}
      />
      {panel === 'new' && <NewAnnotation app={app.id} onClose={close} onMade={changed} />}
      {panel === 'import' && <ImportDrawer app={app.id} onClose={close} onDone={changed} />}
      {panel === 'settings' && (
        <SidePanel title={t('reply')} open onClose={close} width={480}>
          <div className="md-annotation-panel"><p className="md-soft">{t('reply.help')}</p><AnnotationReplyForm app={app.id} /></div>
        </SidePanel>
      )}
      {typeof panel === 'object' && 'hits' in panel && <HitsDrawer app={app.id} annotation={panel.hits} onClose={close} />}
      {typeof panel === 'object' && 'remove' in panel && (
        <DeleteAnnotations
          app={app.id} annotations={panel.remove} onClose={close}
          onDeleted={async () => {
            panel.done();
            await changed();
          }}
        />
      )}
    </>
  );
}

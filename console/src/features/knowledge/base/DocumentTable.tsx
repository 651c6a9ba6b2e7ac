import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { FileText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { count } from '../../../ui/format';
import { DataTable } from '../../../ui/table/DataTable';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { documentsQuery } from '../queries';
import type { KnowledgeBase, KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import { DocumentMenu } from './DocumentMenu';
import { useDocumentColumns } from './useDocumentColumns';
import './DocumentTable.css';

const DeleteDocuments = lazy(async () => ({ default: (await import('./DeleteDocuments')).DeleteDocuments }));

/** The states that the list can be narrowed to. What is in work stands in the panel above. */
const filters = ['', 'completed', 'error', 'cancelled'] as const;

/** The question before deleting; it keeps what it asks about while it closes. */
interface Deleting {
  open: boolean;
  documents: readonly KnowledgeDocument[];
  clear?: () => void;
}

interface DocumentTableProps {
  base: KnowledgeBase;
  /** Opens the picker; undefined without the permission. */
  onUpload: (() => void) | undefined;
}

/** The documents of a base, newest first. */
export function DocumentTable({ base, onUpload }: DocumentTableProps) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const acts = useDocumentActs();
  const mayChange = useCan('knowledge.update');
  const mayDelete = useCan('knowledge.delete');
  const [q, setQ] = useUrlState('q');
  const [status, setStatus] = useUrlState('status');
  const [deleting, setDeleting] = useState<Deleting>({ open: false, documents: [] });
  const query = useInfiniteQuery(documentsQuery(ws, base.id, { q, status }));
  const columns = useDocumentColumns(mayChange ? acts.enable : undefined);

  return (
    <>
      <DataTable
        label={t('documents.title')}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/w/${ws}/knowledge/${base.id}/documents/${id}`)}
        onClearFilters={q || status ? () => {
          setQ('');
          setStatus('');
        } : undefined}
        toolbar={(
          <>
            <FilterInput value={q} onChange={setQ} placeholder={t('filter.name')} />
            <Segmented
              size="small"
              value={status}
              onChange={setStatus}
              options={filters.map((value) => ({ value, label: filterLabel(value, base, t) }))}
            />
          </>
        )}
        selection={mayChange || mayDelete ? (documents, clear) => (
          <>
            {mayChange && ([true, false] as const).map((enabled) => (
              <Button key={String(enabled)} size="small" onClick={() => documents.forEach((one) => void acts.enable(one, enabled))}>
                {t(enabled ? 'act.enable' : 'act.disable')}
              </Button>
            ))}
            {mayDelete && (
              <Button size="small" danger onClick={() => setDeleting({ open: true, documents, clear })}>{t('common:delete')}</Button>
            )}
          </>
        ) : undefined}
        rowMenu={(document) => (
          <DocumentMenu document={document} onDelete={() => setDeleting({ open: true, documents: [document] })} />
        )}
        empty={(
          <Empty
            icon={FileText}
            title={t('documents.empty.title')}
            text={t('documents.empty.text')}
            action={onUpload && <Button type="primary" onClick={onUpload}>{t('upload.files')}</Button>}
          />
        )}
      />
      {deleting.documents.length > 0 && (
        <Suspense>
          <DeleteDocuments
            open={deleting.open}
            documents={deleting.documents}
            onClose={() => setDeleting({ ...deleting, open: false })}
            onDeleted={deleting.clear}
          />
        </Suspense>
      )}
    </>
  );
}

function filterLabel(filter: string, base: KnowledgeBase, t: TFunction<'knowledge'>): string {
  if (filter === '') return `${t('filter.all')} ${count(base.document_count)}`;
  if (filter === 'error' && base.failed_count > 0) return `${t('filter.error')} ${count(base.failed_count)}`;
  return t(`filter.${filter}`);
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import { toast } from '../../../ui/toast/toast';
import type { KnowledgeBase, KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import { BatchBar } from './BatchBar';
import { BatchOutcomes, type Outcomes } from './BatchOutcomes';
import { DocumentFilters } from './DocumentFilters';
import { documentsQuery, filterOf } from './documentLists';
import { DocumentMenu } from './DocumentMenu';
import { useDocumentBatch, type ManyAct } from './useDocumentBatch';
import { useDocumentColumns } from './useDocumentColumns';
import './DocumentTable.css';

const AskDocuments = lazy(async () => ({ default: (await import('./AskDocuments')).AskDocuments }));
const VersionsDrawer = lazy(async () => ({ default: (await import('../versions/VersionsDrawer')).VersionsDrawer }));

/** The question before deleting or cutting anew; it keeps what it asks about while it closes. */
interface Asking {
  open: boolean;
  act: 'delete' | 'rechunk';
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
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const acts = useDocumentActs();
  const { run } = useDocumentBatch(base.id);
  const mayChange = useCan('knowledge.update');
  const [q, setQ] = useUrlState('q');
  const [status, setStatus] = useUrlState('status');
  const filter = filterOf(status);
  const [asking, setAsking] = useState<Asking>({ open: false, act: 'delete', documents: [] });
  const [versionsOf, setVersionsOf] = useState<{ open: boolean; document?: KnowledgeDocument }>({ open: false });
  const [outcomes, setOutcomes] = useState<Outcomes>();
  const query = useInfiniteQuery(documentsQuery(ws, base.id, { q, filter }));
  const columns = useDocumentColumns(mayChange ? acts.enable : undefined);

  const actOn = async (act: ManyAct, document: KnowledgeDocument) => {
    try {
      setOutcomes({ outcomes: await run(act, [document]), documents: [document] });
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };

  return (
    <>
      {outcomes && <BatchOutcomes {...outcomes} onClose={() => setOutcomes(undefined)} />}
      <DataTable
        label={t('knowledge:documents.title')}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/w/${ws}/knowledge/${base.id}/documents/${id}`)}
        onClearFilters={q || filter ? () => {
          setQ('');
          setStatus('');
        } : undefined}
        toolbar={<DocumentFilters base={base} q={q} onQ={setQ} filter={filter} onFilter={setStatus} />}
        selection={(documents, clear) => (
          <BatchBar
            base={base.id} documents={documents}
            onDone={(done, of) => {
              setOutcomes({ outcomes: done, documents: of });
              clear();
            }}
            onAsk={(act) => setAsking({ open: true, act, documents, clear })}
          />
        )}
        rowMenu={(document) => (
          <DocumentMenu
            document={document}
            onVersions={() => setVersionsOf({ open: true, document })}
            onAct={(act) => void actOn(act, document)}
            onAsk={(act) => setAsking({ open: true, act, documents: [document] })}
          />
        )}
        empty={(
          <Empty
            icon={FileText}
            title={t('knowledge:documents.empty.title')}
            text={t('knowledge:documents.empty.text')}
            action={onUpload && <Button type="primary" onClick={onUpload}>{t('knowledge:upload.files')}</Button>}
          />
        )}
      />
      <Suspense>
        {asking.documents.length > 0 && (
          <AskDocuments
            {...asking} base={base.id}
            onClose={() => setAsking({ ...asking, open: false })}
            onDone={(done) => {
              if (asking.documents.length > 1 || done.some(({ ok }) => !ok)) {
                setOutcomes({ outcomes: done, documents: asking.documents });
              }
              asking.clear?.();
            }}
          />
        )}
        {versionsOf.document && (
          <VersionsDrawer
            open={versionsOf.open} document={versionsOf.document} onClose={() => setVersionsOf({ ...versionsOf, open: false })}
          />
        )}
      </Suspense>
    </>
  );
}

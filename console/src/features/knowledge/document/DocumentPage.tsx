import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Download, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { bytes, count } from '../../../ui/format';
import { Page } from '../../../ui/page/Page';
import { PageHeader, type PageAction } from '../../../ui/page/PageHeader';
import { StateTag } from '../../../ui/states/StateTag';
import { useUrlState } from '../../../ui/table/useUrlState';
import { DeleteDocuments } from '../base/DeleteDocuments';
import { documentState } from '../documentState';
import { isProcessing } from '../progress';
import { baseQuery, documentQuery } from '../queries';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs, useDocumentChanges } from '../useDocumentActs';
import { DocumentBody } from './DocumentBody';
import './DocumentPage.css';

/** A document: its text at the left, its chunks at the right. `?chunk=` opens it at a passage. */
export function DocumentPage() {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const { id = '', doc = '' } = useParams();
  const [side, setSide] = useUrlState('side', 'text');
  // Its name stands in the crumb alone, and a document that is finished seldom changes.
  const isPainted = useIsPainted();
  const base = useQuery({ ...baseQuery(ws, id), enabled: isPainted });
  const query = useQuery(documentQuery(ws, id, doc));
  const document = query.data;
  const [isDeleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const actions = useActions(document, () => setDeleting(true));
  useDocumentChanges(id, isPainted || (document !== undefined && isProcessing(document.status)));

  return (
    <Page
      fill
      head={document && (
        <PageHeader
          title={document.name}
          crumb={{ label: base.data?.name ?? t('list.title'), to: `/w/${ws}/knowledge/${id}` }}
          state={<StateTag state={documentState(document)} />}
          facts={<Facts document={document} />}
          actions={actions}
        />
      )}
    >
      <Result query={query}>
        {(loaded) => (
          <div className="md-document" data-side={side}>
            <div className="md-document-sides">
              <Segmented
                block
                value={side}
                onChange={setSide}
                options={['text', 'chunks'].map((value) => ({ value, label: t(`document.side.${value}`) }))}
              />
            </div>
            <DocumentBody document={loaded} />
          </div>
        )}
      </Result>
      <DeleteDocuments
        open={isDeleting}
        documents={document ? [document] : []}
        onClose={() => setDeleting(false)}
        onDeleted={() => void navigate(`/w/${ws}/knowledge/${id}`)}
      />
    </Page>
  );
}

function Facts({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation('knowledge');
  const { size, chunk_count: chunks, character_count: characters, page_count: pages } = document;
  const facts = [
    bytes(size),
    pages !== null && t('fact.pages', { count: pages }),
    chunks > 0 && t('fact.chunk_count', { count: chunks, shown: count(chunks) }),
    characters > 0 && t('fact.characters', { shown: count(characters) }),
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}

function useActions(document: KnowledgeDocument | undefined, onDelete: () => void): readonly PageAction[] {
  const { t } = useTranslation('knowledge');
  const acts = useDocumentActs();
  if (!document) return [];
  const mayRetry = document.status === 'error' || document.status === 'cancelled';
  return [
    { key: 'delete', label: t('common:delete'), icon: Trash2, danger: true, secondary: true, permission: 'knowledge.delete', run: onDelete },
    ...(mayRetry ? [{
      key: 'retry', label: t('common:retry'), icon: RotateCw, permission: 'knowledge.update', run: () => void acts.retry(document),
    }] : []),
    { key: 'download', label: t('act.download'), icon: Download, run: () => void acts.download(document) },
  ];
}

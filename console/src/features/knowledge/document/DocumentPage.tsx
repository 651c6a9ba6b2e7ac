import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { bytes, count } from '../../../ui/format';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { StateTag } from '../../../ui/states/StateTag';
import { useUrlState } from '../../../ui/table/useUrlState';
import { DeleteDocuments } from '../base/DeleteDocuments';
import { documentState } from '../documentState';
import { isProcessing } from '../progress';
import { baseQuery, documentQuery } from '../queries';
import type { KnowledgeDocument } from '../types';
import { useDocumentChanges } from '../useDocumentActs';
import { VersionsPanel } from '../versions/VersionsPanel';
import { DocumentBody } from './DocumentBody';
import { MetadataPanel } from './MetadataPanel';
import { RechunkDrawer } from './RechunkDrawer';
import { RenameDocument } from './RenameDocument';
import { useHeadActions, type HeadPanel } from './useHeadActions';
import './DocumentPage.css';
import './panels.css';

/** A document: its text at the left, its chunks at the right. `?chunk=` opens it at a passage. */
export function DocumentPage() {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const { id = '', doc = '' } = useParams();
  const [side, setSide] = useUrlState('side', 'text');
  const [panel, setPanel] = useUrlState('panel');
  // Its name stands in the crumb alone, and a document that is finished seldom changes.
  const isPainted = useIsPainted();
  const base = useQuery({ ...baseQuery(ws, id), enabled: isPainted });
  const query = useQuery(documentQuery(ws, id, doc));
  const document = query.data;
  const [asking, setAsking] = useState<'rename' | 'delete'>();
  const navigate = useNavigate();
  const actions = useHeadActions(document, (what) => (isPanel(what) ? setPanel(what) : setAsking(what)));
  useDocumentChanges(id, isPainted || (document !== undefined && isProcessing(document.status)));
  const closePanel = () => setPanel('');

  return (
    <Page
      fill
      head={document && (
        <PageHeader
          title={document.name}
          crumb={{ label: base.data?.name ?? t('list.title'), to: `/w/${ws}/knowledge/${id}` }}
          state={<StateTag state={document.archived ? 'archived' : documentState(document)} />}
          facts={<Facts document={document} />}
          actions={actions}
        />
      )}
      side={document && (
        panel === 'versions' ? <VersionsPanel document={document} onClose={closePanel} />
          : panel === 'metadata' ? <MetadataPanel key={document.id} document={document} onClose={closePanel} /> : undefined
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
            <DocumentBody key={loaded.id} document={loaded} />
          </div>
        )}
      </Result>
      {document && base.data && (
        <RechunkDrawer document={document} base={base.data} open={panel === 'rechunk'} onClose={closePanel} />
      )}
      {document && <RenameDocument document={document} open={asking === 'rename'} onClose={() => setAsking(undefined)} />}
      <DeleteDocuments
        open={asking === 'delete'}
        documents={document ? [document] : []}
        onClose={() => setAsking(undefined)}
        onDeleted={() => void navigate(`/w/${ws}/knowledge/${id}`)}
      />
    </Page>
  );
}

const isPanel = (what: HeadPanel | 'rename' | 'delete'): what is HeadPanel => what !== 'rename' && what !== 'delete';

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

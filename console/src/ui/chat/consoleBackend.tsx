import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { upload } from '../../api/upload';
import type { ChatBackend } from './ChatBackend';
import type { Citation } from './types';

const known = new Map<string, ChatBackend>();

/** Conversations of whoever is signed in, in a workspace; the same object every time. */
export function consoleBackend(ws: string): ChatBackend {
  let backend = known.get(ws);
  if (!backend) {
    backend = {
      scope: ws,
      send,
      upload,
      appPath: (app) => `/api/v1/apps/${app}`,
      ownPath: '/api/v1',
      textPath: ({ dataset_id, document_id }) => `/api/v1/knowledge-bases/${dataset_id}/documents/${document_id}/text`,
      takesForms: true,
      SourceLink,
    };
    known.set(ws, backend);
  }
  return backend;
}

function SourceLink({ citation }: { citation: Citation }) {
  const { t } = useTranslation('chat');
  const ws = useWorkspaceId();
  return (
    <Link to={`/w/${ws}/knowledge/${citation.dataset_id}/documents/${citation.document_id}?chunk=${citation.segment_id}`}>
      <BookOpen size={14} /> {t('source.knowledge')}
    </Link>
  );
}

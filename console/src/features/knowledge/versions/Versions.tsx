import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { percent } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { KnowledgeDocument } from '../types';
import { versionsQuery } from './queries';
import { useVersionActs } from './useVersionActs';
import { VersionRow } from './VersionRow';
import './Versions.css';

/** The files that a document was made of: download one, go back to one, or bring the next. */
export function Versions({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const acts = useVersionActs(document);
  const query = useInfiniteQuery(versionsQuery(ws, document));
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  // It is kept while the question closes.
  const [restoring, setRestoring] = useState<{ open: boolean; version?: number }>({ open: false });
  const isOfSource = document.source_id !== null;
  const mayChange = useCan('knowledge.update') && !document.archived && !isOfSource;

  if (query.data === undefined) return query.error ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={3} />;
  return (
    <>
      {isOfSource && <p className="md-meta">{t('versions.of_source')}</p>}
      <ul className="md-versions">
        {query.data.map((version) => (
          <VersionRow
            key={version.version} version={version}
            onDownload={() => void acts.download(version.version)}
            onRestore={mayChange && !version.current ? () => setRestoring({ open: true, version: version.version }) : undefined}
          />
        ))}
      </ul>
      {query.hasNextPage && <Button size="small" onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</Button>}
      {mayChange && (
        <div className="md-versions-next">
          <Button type="primary" loading={acts.sent !== undefined} onClick={() => input?.click()}>
            {acts.sent === undefined ? t('versions.upload') : t('knowledge:upload.sending', { percent: percent(acts.sent) })}
          </Button>
          <input
            ref={setInput} type="file" hidden aria-label={t('versions.upload')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) void acts.replace(file);
            }}
          />
        </div>
      )}
      <ConfirmDestructive
        open={restoring.open}
        title={t('versions.restore.title', { version: restoring.version })}
        consequence={t('versions.restore.consequence')}
        verb={t('versions.restore')}
        onClose={() => setRestoring({ ...restoring, open: false })}
        onConfirm={() => acts.restore(restoring.version!)}
      />
    </>
  );
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { pagesQuery, useCan, useWorkspaceId } from '../../../api/queries';
import { upload } from '../../../api/upload';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { bytes, percent } from '../../../ui/format';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import { keepDocument } from '../documentCache';
import { documentPath } from '../queries';
import type { DocumentVersion, KnowledgeDocument } from '../types';
import { refusalText } from '../uploads/refusalText';
import './VersionsDrawer.css';

interface VersionsDrawerProps {
  open: boolean;
  document: KnowledgeDocument;
  onClose: () => void;
}

/** The files that a document was made of: download one, go back to one, or bring the next. */
export function VersionsDrawer({ open, document, onClose }: VersionsDrawerProps) {
  const { t } = useTranslation('documents');
  return (
    <SidePanel title={t('versions.title', { name: document.name })} open={open} onClose={onClose}>
      <Versions document={document} />
    </SidePanel>
  );
}

function Versions({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('knowledge.update') && !document.archived;
  const { knowledge_base_id: base, id } = document;
  const path = documentPath(base, id);
  const key = ['knowledge', ws, base, 'versions', id];
  const query = useInfiniteQuery(pagesQuery<DocumentVersion>(key, `${path}/versions`));
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [sent, setSent] = useState<number>();

  const attempt = async (work: () => Promise<KnowledgeDocument | void>) => {
    try {
      const next = await work();
      if (!next) return;
      keepDocument(cache, ws, next);
      toast(t('versions.taken', { version: next.version }));
      await cache.invalidateQueries({ queryKey: key });
    } catch (error) {
      toast(refusalText(error) || problemText(error), { tone: 'error' });
    }
  };
  const replace = (file: File) => attempt(async () => {
    const form = new FormData();
    form.append('file', file);
    setSent(0);
    try {
      return await upload<KnowledgeDocument>(`${path}/file`, form, { onProgress: setSent });
    } finally {
      setSent(undefined);
    }
  });
  const download = (version: number) => attempt(async () => {
    const { url } = await api.get<{ url: string }>(`${path}/versions/${version}/download-url`);
    window.location.assign(url);
  });
  const restore = (version: number) => attempt(() => api.post<KnowledgeDocument>(`${path}/versions/${version}/restore`));

  if (query.data === undefined) return query.error ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
  const isOfSource = document.source_id !== null;
  return (
    <>
      {isOfSource && <p className="md-meta">{t('versions.of_source')}</p>}
      <ul className="md-versions">
        {query.data.map(({ version, name, size, current, created_at }) => (
          <li key={version}>
            <b className="md-num">v{version}</b>
            <span className="md-ellipsis" title={name}>{name}</span>
            {current && <StateTag state="active">{t('versions.current')}</StateTag>}
            <span className="md-num md-quiet">{bytes(size)}</span>
            <Time at={created_at} />
            <span className="md-versions-acts">
              <button
                type="button" className="md-link" aria-label={t('versions.download', { version })}
                onClick={() => void download(version)}
              >
                {t('knowledge:act.download')}
              </button>
              {mayChange && !isOfSource && !current && (
                <button
                  type="button" className="md-link" aria-label={t('versions.restore_to', { version })}
                  onClick={() => void restore(version)}
                >
                  {t('versions.restore')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && <Button size="small" onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</Button>}
      {mayChange && !isOfSource && (
        <div className="md-versions-next">
          <Button type="primary" loading={sent !== undefined} onClick={() => input?.click()}>
            {sent === undefined ? t('versions.upload') : t('knowledge:upload.sending', { percent: percent(sent) })}
          </Button>
          <input
            ref={setInput} type="file" hidden aria-label={t('versions.upload')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) void replace(file);
            }}
          />
        </div>
      )}
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Upload } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem';
import { callsOf, type ChatBackend } from '../../ui/chat/ChatBackend';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { PlainButton } from '../../ui/form/PlainButton';
import { saveBlob } from '../../ui/saveBlob';
import { toast } from '../../ui/toast/toast';
import { batchesQuery, isGoing } from '../queries';
import type { Batch } from '../types';
import { BatchFailure } from './BatchFailure';
import { BatchItem } from './BatchItem';

interface BatchesProps {
  backend: ChatBackend;
  mostRows: number;
}

/** A table in, a table with answers out. */
export function Batches({ backend, mostRows }: BatchesProps) {
  const { t } = useTranslation('site');
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const query = useQuery(batchesQuery(backend));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const running = query.data?.some(isGoing) ?? false;

  const start = async (file: File | undefined) => {
    if (!file || busy || running) return;
    setBusy(true);
    setError(undefined);
    try {
      const form = new FormData();
      form.append('file', file);
      await callsOf(backend).post<Batch>(`${backend.ownPath}/batches`, form);
      await cache.invalidateQueries({ queryKey: batchesQuery(backend).queryKey });
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const template = async () => {
    try {
      saveBlob(await (await backend.send(`${backend.ownPath}/batches/template`)).blob(), 'template.csv');
    } catch (problem) {
      toast(problemText(problem), { tone: 'error' });
    }
  };
  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void start(event.dataTransfer.files[0]);
    },
  };

  return (
    <div className="md-batches" {...drop}>
      <section className="md-batch-new" aria-label={t('batch.new')}>
        <p>{t('batch.text', { count: mostRows })}</p>
        <div className="md-site-buttons">
          <PlainButton onClick={() => void template()}><Download size={15} aria-hidden />{t('batch.template')}</PlainButton>
          <PlainButton primary busy={busy} disabled={running} onClick={() => input.current?.click()}>
            <Upload size={15} aria-hidden />{t('batch.upload')}
          </PlainButton>
          <input
            ref={input} type="file" accept=".csv,text/csv" hidden aria-label={t('batch.upload')}
            onChange={(event) => {
              void start(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        {running && <p className="md-quiet">{t('batch.one')}</p>}
        <BatchFailure error={error} />
      </section>
      {query.isError && !query.data && <ErrorFace error={query.error} compact onRetry={() => void query.refetch()} />}
      {query.isLoading && <Loading rows={2} rowHeight={64} />}
      <ul className="md-batch-list">
        {query.data?.map((batch) => <BatchItem key={batch.id} batch={batch} backend={backend} />)}
      </ul>
    </div>
  );
}

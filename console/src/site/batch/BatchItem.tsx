import { useQueryClient } from '@tanstack/react-query';
import { ChevronDown, Download, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem';
import { callsOf, type ChatBackend } from '../../ui/chat/ChatBackend';
import { InlineConfirm } from '../../ui/chat/InlineConfirm';
import { saveBlob } from '../../ui/saveBlob';
import { StateTag } from '../../ui/states/StateTag';
import { Time } from '../../ui/Time';
import { toast } from '../../ui/toast/toast';
import { batchesQuery, isGoing } from '../queries';
import type { Batch } from '../types';
import { BatchRows } from './BatchRows';

/** One table: how far it is, what came of it, and what can be done with it. */
export function BatchItem({ batch, backend }: { batch: Batch; backend: ChatBackend }) {
  const { t } = useTranslation('site');
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const [asks, setAsks] = useState(false);
  const path = `${backend.ownPath}/batches/${batch.id}`;
  const { name, total, succeeded, failed, state, error } = batch;
  const done = succeeded + failed;
  const going = isGoing(batch);

  const act = async (call: () => Promise<unknown>) => {
    try {
      await call();
      await cache.invalidateQueries({ queryKey: batchesQuery(backend).queryKey });
    } catch (problem) {
      toast(problemText(problem), { tone: 'error' });
    }
  };
  const result = async () =>
    saveBlob(await (await backend.send(`${path}/result`)).blob(), `${name.replace(/\.csv$/i, '')}-result.csv`);

  return (
    <li className="md-batch">
      <div className="md-batch-head">
        <strong className="md-ellipsis" title={name}>{name}</strong>
        <StateTag state={state} />
        <Time at={batch.created_at} relative />
        <span className="md-batch-acts">
          <button
            type="button" className="md-icon-button" aria-expanded={open} aria-label={t('batch.rows', { name })}
            title={t('batch.rows', { name })} onClick={() => setOpen(!open)}
          >
            <ChevronDown size={15} />
          </button>
          {done > 0 && (
            <button
              type="button" className="md-icon-button" aria-label={t('batch.result', { name })} title={t('batch.result', { name })}
              onClick={() => void act(result)}
            >
              <Download size={15} />
            </button>
          )}
          {going ? (
            <button
              type="button" className="md-icon-button" aria-label={t('batch.cancel', { name })} title={t('batch.cancel', { name })}
              onClick={() => void act(() => callsOf(backend).post(`${path}/cancel`))}
            >
              <X size={15} />
            </button>
          ) : (
            <button
              type="button" className="md-icon-button" aria-label={t('batch.delete', { name })} title={t('batch.delete', { name })}
              onClick={() => setAsks(true)}
            >
              <Trash2 size={15} />
            </button>
          )}
        </span>
      </div>
      {going && <progress max={total} value={done} aria-label={name} />}
      <p className="md-quiet md-num">
        {t('batch.progress', { done, total })}{failed > 0 && ` · ${t('batch.failed', { count: failed })}`}{error && ` · ${error}`}
      </p>
      {asks && (
        <InlineConfirm
          question={t('batch.delete.question', { count: total })} verb={t('common:delete')} onCancel={() => setAsks(false)}
          onConfirm={() => void act(() => callsOf(backend).delete(path))}
        />
      )}
      {open && <BatchRows id={batch.id} backend={backend} />}
    </li>
  );
}

import { useQueryClient, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../api/problem';
import { callsOf, type ChatBackend } from '../ui/chat/ChatBackend';
import { InlineConfirm } from '../ui/chat/InlineConfirm';
import { ErrorFace } from '../ui/faces/ErrorFace';
import { Loading } from '../ui/faces/Loading';
import { NameInput } from '../ui/form/NameInput';
import { toast } from '../ui/toast/toast';
import { talksQuery } from './queries';
import type { Talk } from './types';

interface TalkListProps {
  list: UseInfiniteQueryResult<Talk[]>;
  current: string | undefined;
  backend: ChatBackend;
  onGo: (talk: string) => void;
  onDeleted: (talk: string) => void;
  onClose: () => void;
}

/** The visitor's own conversations; on a phone and in a frame they lie over the open one. */
export function TalkList({ list, current, backend, onGo, onDeleted, onClose }: TalkListProps) {
  const { t } = useTranslation('site');
  return (
    <>
      <nav
        className="md-site-talks" aria-label={t('talks')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          onClose();
        }}
      >
        {list.isError && !list.data && <ErrorFace error={list.error} compact onRetry={() => void list.refetch()} />}
        {list.isLoading && <Loading rows={4} rowHeight={32} />}
        {list.data?.length === 0 && <p className="md-quiet">{t('talks.empty')}</p>}
        <ul>
          {list.data?.map((talk) => (
            <TalkItem
              key={talk.id} talk={talk} isCurrent={talk.id === current} backend={backend} onGo={() => onGo(talk.id)}
              onDeleted={() => onDeleted(talk.id)}
            />
          ))}
        </ul>
        {list.hasNextPage && (
          <button type="button" className="md-link" onClick={() => void list.fetchNextPage()}>{t('common:table.more')}</button>
        )}
      </nav>
      <button type="button" className="md-site-shade" aria-label={t('talks.hide')} tabIndex={-1} onClick={onClose} />
    </>
  );
}

interface TalkItemProps {
  talk: Talk;
  isCurrent: boolean;
  backend: ChatBackend;
  onGo: () => void;
  onDeleted: () => void;
}

function TalkItem({ talk, isCurrent, backend, onGo, onDeleted }: TalkItemProps) {
  const { t } = useTranslation('site');
  const cache = useQueryClient();
  const [mode, setMode] = useState<'shown' | 'naming' | 'deleting'>('shown');
  const name = talk.name || t('talks.untitled');
  const path = `${backend.ownPath}/conversations/${talk.id}`;
  const act = async (call: () => Promise<unknown>) => {
    setMode('shown');
    try {
      await call();
      await cache.invalidateQueries({ queryKey: talksQuery(backend).queryKey });
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  if (mode === 'naming') {
    return (
      <li>
        <NameInput
          name={talk.name} label={t('talks.name')}
          onDone={(next) => (next ? void act(() => callsOf(backend).patch(path, { name: next })) : setMode('shown'))}
        />
      </li>
    );
  }
  if (mode === 'deleting') {
    return (
      <li>
        <InlineConfirm
          question={t('talks.delete.question', { count: talk.message_count })} verb={t('common:delete')}
          onCancel={() => setMode('shown')}
          onConfirm={() => void act(async () => {
            await callsOf(backend).delete(path);
            onDeleted();
          })}
        />
      </li>
    );
  }
  return (
    <li data-current={isCurrent || undefined}>
      <button type="button" className="md-site-talk md-ellipsis" aria-current={isCurrent ? 'page' : undefined} title={name} onClick={onGo}>
        {name}
      </button>
      <button type="button" className="md-icon-button" aria-label={t('talks.rename', { name })} onClick={() => setMode('naming')}>
        <Pencil size={14} />
      </button>
      <button type="button" className="md-icon-button" aria-label={t('talks.delete', { name })} onClick={() => setMode('deleting')}>
        <Trash2 size={14} />
      </button>
    </li>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Share2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callsOf, type ChatBackend } from '../../ui/chat/ChatBackend';
import { CopyButton } from '../../ui/copy/CopyButton';
import { FailureNote } from '../../ui/form/FailureNote';
import { PlainButton } from '../../ui/form/PlainButton';
import { Time } from '../../ui/Time';
import type { SiteAddress } from '../address';
import { shareQuery } from '../queries';
import type { Share } from '../types';

interface ShareMenuProps {
  talk: string;
  address: SiteAddress;
  backend: ChatBackend;
}

/** Makes a link by which others read this conversation as it stands, and takes it back. */
export function ShareMenu({ talk, address, backend }: ShareMenuProps) {
  const { t } = useTranslation('site');
  const cache = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const query = useQuery({ ...shareQuery(backend, talk), enabled: open });
  const path = `${backend.ownPath}/conversations/${talk}/share`;

  const change = async (call: () => Promise<Share | undefined>) => {
    setError(undefined);
    try {
      const share = (await call()) ?? null;
      cache.setQueryData(shareQuery(backend, talk).queryKey, share);
    } catch (problem) {
      setError(problem);
    }
  };
  const share = query.data;
  const url = share && `${window.location.origin}/s/${encodeURIComponent(address.token)}/c/${share.id}`;
  return (
    <>
      <button
        type="button" className="md-icon-button" aria-label={t('share')} title={t('share')}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <Share2 size={16} />
      </button>
      <dialog ref={dialog} className="md-site-dialog" aria-label={t('share')} onClose={() => setOpen(false)}>
        <h2>{t('share')}</h2>
        <p>{t('share.text')}</p>
        {url && share ? (
          <>
            <div className="md-site-link">
              <a ref={link} href={url} target="_blank" rel="noreferrer">{url}</a>
              <CopyButton text={url} label={t('share.copy')} fallback={link} />
            </div>
            <p className="md-quiet">{t('share.until')} <Time at={share.created_at} /></p>
          </>
        ) : null}
        <FailureNote error={error ?? query.error} />
        <div className="md-site-buttons">
          {share && (
            <PlainButton onClick={() => void change(() => callsOf(backend).delete<undefined>(path))}>{t('share.withdraw')}</PlainButton>
          )}
          <PlainButton primary={!share} busy={query.isLoading} onClick={() => void change(() => callsOf(backend).put<Share>(path))}>
            {t(share ? 'share.renew' : 'share.make')}
          </PlainButton>
          <PlainButton onClick={() => dialog.current?.close()}>{t('common:close')}</PlainButton>
        </div>
      </dialog>
    </>
  );
}

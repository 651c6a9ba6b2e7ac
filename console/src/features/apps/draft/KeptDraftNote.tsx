import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, useWorkspaceId } from '../../../api/queries';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import { DraftKeeper } from './DraftKeeper';
import type { DraftSaver } from './DraftSaver';
import type { KeptDraft } from './keptDrafts';

interface KeptDraftNoteProps {
  app: string;
  saver: DraftSaver;
  readOnly: boolean;
}

/** Keeps the draft in this browser as long as it is not saved, and offers what an earlier page could not save. */
export function KeptDraftNote({ app, saver, readOnly }: KeptDraftNoteProps) {
  const { t } = useTranslation('draftKept');
  const user = useQuery(meQuery(useWorkspaceId())).data?.id;
  const [offer, setOffer] = useState<{ kept: KeptDraft; keeper: DraftKeeper }>();
  useEffect(() => {
    if (!user || readOnly) return;
    const keeper = new DraftKeeper(`${user} ${app}`, saver);
    let isOver = false;
    void keeper.found().then((kept) => !isOver && kept && setOffer({ kept, keeper }));
    return () => {
      isOver = true;
      setOffer(undefined);
      keeper.close();
    };
  }, [user, app, saver, readOnly]);
  if (!offer) return null;
  const { kept, keeper } = offer;
  return (
    <p className="md-trouble" data-tone="warn" role="alert">
      <span>! {t('found')} <Time at={new Date(kept.at).toISOString()} /></span>
      <button
        type="button" className="md-link"
        onClick={() => {
          setOffer(undefined);
          void keeper.restore(kept);
        }}
      >
        {t('restore')}
      </button>
      <button
        type="button" className="md-link"
        onClick={() => {
          setOffer(undefined);
          void keeper.forget();
          const back = () => {
            setOffer(offer);
            void keeper.remember(kept);
          };
          toast(t('discarded'), { action: { label: t('common:undo'), run: back } });
        }}
      >
        {t('discard')}
      </button>
    </p>
  );
}

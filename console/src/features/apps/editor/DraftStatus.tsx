import { useTranslation } from 'react-i18next';
import type { App } from '../../../ui/chat/queries';
import { clock } from '../../../ui/format';
import type { DraftState } from '../draft/DraftSaver';

/** Whether what is on the screen is saved, and what is live. */
export function DraftStatus({ state, app }: { state: DraftState; app: App }) {
  const { t } = useTranslation('apps');
  const live = app.version === null ? t('status.not_live') : t('status.live', { version: app.version });
  const saved = state.status === 'saved'
    ? t('status.saved', { time: clock(state.savedAt) })
    : t(state.status === 'saving' ? 'status.saving' : 'status.changed');
  return <span role="status">{saved} · {live}</span>;
}

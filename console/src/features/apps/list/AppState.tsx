import { useTranslation } from 'react-i18next';
import type { App } from '../../../ui/chat/queries';
import { StateTag } from '../../../ui/states/StateTag';

/** Draft, or the published version; and whether the draft has gone on since. */
export function AppState({ app }: { app: App }) {
  const { t } = useTranslation('apps');
  if (app.version === null) return <StateTag state="draft" />;
  return (
    <>
      <StateTag state="published">{t('state.published', { version: app.version })}</StateTag>
      {app.has_unpublished_changes && <span className="md-quiet"> · {t('state.changed')}</span>}
    </>
  );
}

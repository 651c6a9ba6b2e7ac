import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { kinds } from './kinds';
import type { ChannelKind } from './types';
import { useCallbackUrl } from './useCallbackUrl';

/** What to do on the other platform, step by step; with the address to paste there once the channel has one. */
export function SetupSteps({ kind, callbackPath }: { kind: ChannelKind; callbackPath?: string | null }) {
  const { t } = useTranslation('channels');
  const { url, isPublic } = useCallbackUrl(callbackPath);
  return (
    <div className="md-channel-steps">
      {url && (
        <>
          <h3>{t('callback')}</h3>
          <CodeBlock code={url} />
          {!isPublic && <p className="md-access-note">! {t('callback.not_public')}</p>}
        </>
      )}
      <ol>
        {Array.from({ length: kinds[kind].steps }, (_, index) => <li key={index}>{t(`steps.${kind}.${index + 1}`)}</li>)}
      </ol>
    </div>
  );
}

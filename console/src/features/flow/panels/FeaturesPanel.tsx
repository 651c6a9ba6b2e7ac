import { ConfigProvider } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { Loading } from '../../../ui/faces/Loading';
import * as parts from '../../apps/editor/parts/later';
import { useEditor, useFlow } from '../canvas/FlowContext';
import { PanelFrame } from './PanelFrame';

const SpeechSection = lazy(async () => ({ default: (await import('../../apps/editor/speech/SpeechSection')).SpeechSection }));
const ofChats = [parts.OpeningSection, parts.FollowUpSection, parts.FilesSection, parts.CitationsSection, SpeechSection, parts.ModerationSection];
const ofWorkflows = [parts.FilesSection];

/** What surrounds the answers of an app: its opening, files, sources, speech and moderation. */
export function FeaturesPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flow');
  const { app, editor, isChat, readOnly } = useFlow();
  const features = useEditor((state) => state.config.features) as AppConfig;
  const change = (patch: Partial<AppConfig>) => editor.change(
    'features', (config) => ({ ...config, features: { ...config.features, ...patch } }), `features:${Object.keys(patch).join()}`,
  );
  return (
    <PanelFrame title={t('features')} label={t('features')} onClose={onClose} fill>
      <ConfigProvider componentDisabled={readOnly}>
        <fieldset className="md-flow-features" disabled={readOnly}>
          {(isChat ? ofChats : ofWorkflows).map((Part, at) => (
            <Suspense key={at} fallback={<Loading rows={1} />}><Part app={app} config={features} change={change} /></Suspense>
          ))}
        </fieldset>
      </ConfigProvider>
    </PanelFrame>
  );
}

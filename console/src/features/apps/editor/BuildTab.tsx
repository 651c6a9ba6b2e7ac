import { ConfigProvider, Segmented } from 'antd';
import { lazy, Suspense, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComposerHandle } from '../../../ui/chat/Composer';
import type { App } from '../../../ui/chat/queries';
import type { DraftSaver, DraftState } from '../draft/DraftSaver';
import { CitationsSection } from './CitationsSection';
import { KnowledgeSection } from './KnowledgeSection';
import { ModelSection } from './ModelSection';
import { OpeningSection } from './OpeningSection';
import { Preview } from './Preview';
import { PromptSection } from './PromptSection';
import { VariablesSection } from './VariablesSection';

const SpeechSection = lazy(async () => ({ default: (await import('./speech/SpeechSection')).SpeechSection }));

interface BuildTabProps {
  app: App;
  saver: DraftSaver;
  state: DraftState;
  composer: RefObject<ComposerHandle | null>;
  readOnly: boolean;
}

/** The form left, a conversation with the draft right; on a phone one of the two. */
export function BuildTab({ app, saver, state, composer, readOnly }: BuildTabProps) {
  const { t } = useTranslation('apps');
  const [shown, setShown] = useState<'build' | 'preview'>('build');
  const part = { config: state.config, change: saver.change };
  return (
    <div className="md-build" data-shown={shown}>
      <div className="md-build-switch">
        <Segmented
          block value={shown} onChange={setShown}
          options={[{ value: 'build', label: t('tab.build') }, { value: 'preview', label: t('preview') }]}
        />
      </div>
      <fieldset className="md-build-form" disabled={readOnly}>
        {readOnly && <p className="md-build-note">{t('read_only')}</p>}
        <ConfigProvider componentDisabled={readOnly}>
          <PromptSection {...part} />
          <VariablesSection {...part} />
          <ModelSection {...part} />
          <KnowledgeSection {...part} />
          <OpeningSection {...part} />
          <CitationsSection {...part} />
          <Suspense fallback={null}><SpeechSection {...part} /></Suspense>
        </ConfigProvider>
      </fieldset>
      <Preview app={app} config={state.config} composer={composer} save={saver.saveNow} readOnly={readOnly} />
    </div>
  );
}

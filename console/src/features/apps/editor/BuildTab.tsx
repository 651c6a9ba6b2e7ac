import { ConfigProvider, Segmented } from 'antd';
import { Suspense, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComposerHandle } from '../../../ui/chat/Composer';
import type { App } from '../../../ui/chat/queries';
import type { DraftSaver, DraftState } from '../draft/DraftSaver';
import { CompletionPreview } from '../preview/CompletionPreview';
import { Preview } from '../preview/Preview';
import { sectionsOf } from './sections';
import { TroubleContext, troubleOf } from './trouble';

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
  const trouble = useMemo(() => troubleOf(state.error), [state.error]);
  const Shown = app.mode === 'completion' ? CompletionPreview : Preview;
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
          <TroubleContext value={trouble}>
            {sectionsOf(app.mode).map(({ Part }, at) => (
              // Each by itself: what is there does not wait for what is still to come.
              <Suspense key={at} fallback={null}><Part app={app} config={state.config} change={saver.change} /></Suspense>
            ))}
          </TroubleContext>
        </ConfigProvider>
      </fieldset>
      <Shown app={app} config={state.config} composer={composer} save={saver.saveNow} readOnly={readOnly} />
    </div>
  );
}

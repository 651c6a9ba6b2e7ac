import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppConfig, AppStart } from '../../../ui/chat/appConfig';
import { Composer, type ComposerHandle } from '../../../ui/chat/Composer';
import { InputFields } from '../../../ui/chat/InputFields';
import type { App } from '../../../ui/chat/queries';
import { useInputs } from '../../../ui/chat/useInputs';
import { ModelColumns } from './ModelColumns';
import { useColumns } from './useColumns';

interface ComparedTalkProps {
  app: App;
  config: AppConfig;
  start: AppStart;
  composer: RefObject<ComposerHandle | null>;
  save: () => Promise<void>;
  disabledReason: string | undefined;
}

/** One question to several models, each going on with its own conversation. */
export function ComparedTalk({ app, config, start, composer, save, disabledReason }: ComparedTalkProps) {
  const { t } = useTranslation('chat');
  const columns = useColumns(app.id, config, 2);
  const { values, inputs, missing, setGiven } = useInputs(start.fields);
  const isEmpty = columns.columns.every(({ runs }) => runs.length === 0);
  const reason = disabledReason ?? (isEmpty && missing ? t('composer.missing', { field: missing.label }) : undefined);
  const ask = async (query: string) => {
    await save();
    columns.ask(query, inputs, true);
  };
  return (
    <>
      {isEmpty && start.fields.length > 0 && (
        <div className="md-compare-inputs"><InputFields fields={start.fields} values={values} onChange={setGiven} /></div>
      )}
      <ModelColumns columns={columns} showsQuestions isComparing empty={t('appEditor:compare.empty')} />
      <div className="md-compare-foot">
        <Composer
          ref={composer} name={`compare.${app.id}`} running={columns.running} stopping={false} disabledReason={reason}
          placeholder={isEmpty ? t('composer.first') : t('composer.next')}
          last={columns.columns[0]?.runs.at(-1)?.question.query} onSend={(text) => void ask(text)} onStop={columns.stop}
        />
      </div>
    </>
  );
}

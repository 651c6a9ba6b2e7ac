import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../../api/queries';
import { Field } from '../../../../ui/form/Field';
import { ModelSelect } from '../../../../ui/models/ModelSelect';
import { modelsQuery } from '../../../../ui/models/models';
import type { PartProps } from '../Section';
import { modelName, ownSpeech, withOwnSpeech, type SpeechType } from './ownSpeech';

interface SpeechModelProps extends Pick<PartProps, 'config' | 'change'> {
  type: SpeechType;
  label: string;
  /** A model that most know, for workspaces that have none. */
  example: string;
}

/** Which model listens or speaks; without a choice the workspace's default. */
export function SpeechModel({ config, change, type, label, example }: SpeechModelProps) {
  const { t } = useTranslation('speech');
  const models = useQuery(modelsQuery(useWorkspaceId(), type));
  const hasNone = models.data?.length === 0;
  return (
    <Field label={label} error={hasNone ? t('settings.none', { example }) : undefined}>
      {({ id }) => (
        <ModelSelect
          id={id} type={type} value={modelName(ownSpeech(config, type).model)}
          placeholder={t('settings.default', { model: models.data?.[0]?.id ?? '–' })}
          onChange={(name) => {
            const slash = name?.indexOf('/') ?? -1;
            const model = name ? { provider: name.slice(0, slash), name: name.slice(slash + 1) } : undefined;
            change(withOwnSpeech(config, type, { model }));
          }}
        />
      )}
    </Field>
  );
}

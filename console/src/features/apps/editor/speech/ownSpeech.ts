import type { AppConfig } from '../../../../ui/chat/appConfig';

export type SpeechType = 'speech_to_text' | 'text_to_speech';

interface OwnSpeech {
  model?: { provider: string; name: string };
  language?: string;
}

/** What the DSL has no field for: it stands below `middeck`. */
export function ownSpeech(config: AppConfig, type: SpeechType): OwnSpeech {
  return (config.middeck?.[type] as OwnSpeech | undefined) ?? {};
}

/** The change of a configuration that sets a part of it. */
export function withOwnSpeech(config: AppConfig, type: SpeechType, part: OwnSpeech): Partial<AppConfig> {
  return { middeck: { ...config.middeck, [type]: { ...ownSpeech(config, type), ...part } } };
}

export const modelName = (model: OwnSpeech['model']): string | null => (model ? `${model.provider}/${model.name}` : null);

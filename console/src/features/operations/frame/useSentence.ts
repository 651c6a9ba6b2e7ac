import { useTranslation } from 'react-i18next';
import type { Sentence } from '../types';

/** Picks the console's language out of what the server says in both. */
export function useSentence(): (sentence: Sentence) => string {
  const { i18n } = useTranslation();
  return (sentence) => (i18n.language === 'zh-CN' ? sentence['zh-CN'] : sentence.en);
}

import i18n, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<Record<string, string>>('./*/*.json', { import: 'default' });

// One file per language and feature, each its own chunk: a page loads the words that it shows.
const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, callback) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return callback(new Error(`There are no words for ${language}/${namespace}.`), null);
    load().then((words) => callback(null, words), (error: Error) => callback(error, null));
  },
};

/** Starts i18next with the words that every page shows. Keys are flat: `"list.empty": "…"`. */
export async function startI18n(language: string): Promise<void> {
  await i18n.use(backend).use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ['zh-CN', 'en'],
    load: 'currentOnly',
    ns: ['common'],
    defaultNS: 'common',
    keySeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
    react: { useSuspense: true },
  });
}

/** Loads the sentences of refusals. Pages call it when they have time; what reads a refusal waits for it. */
export const loadErrorWords = (): Promise<void> => i18n.loadNamespaces('errors');

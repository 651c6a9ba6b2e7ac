import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { useEffect, useState, type ReactNode } from 'react';
import { usePreferences, useThemeName } from '../preferences/preferences';
import { antdTheme } from './antdThemes';

// The server writes a fresh nonce into every index.html; styles that Ant Design adds at run time carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
const csp = nonce ? { nonce } : undefined;
const button = { autoInsertSpace: false };
// Overlays outside of the body's own flow do not lock its scrolling, which would inject a style without the nonce.
const overlays = () => document.getElementById('overlays') ?? document.body;

const locales: Record<string, () => Promise<{ default: Locale }>> = {
  'zh-CN': () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_US'),
};

/** Ant Design with our tokens, words and nonce. Not around the sign-in page, which has to appear before it is loaded. */
export function AntdTheme({ children }: { children: ReactNode }) {
  const { density, language } = usePreferences();
  const theme = useThemeName();
  const [locale, setLocale] = useState<Locale>();

  useEffect(() => {
    let current = true;
    void locales[language]!().then((words) => {
      if (current) setLocale(words.default);
    });
    return () => {
      current = false;
    };
  }, [language]);

  return (
    <ConfigProvider theme={antdTheme(theme, density)} locale={locale} csp={csp} button={button} getPopupContainer={overlays}>
      {children}
    </ConfigProvider>
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { queryClient } from '../api/queryClient';
import { usePreferences } from '../ui/preferences/preferences';
import { router } from './router';

/** What every page stands in: words, server state, routes. Ant Design comes with the shell. */
export function Providers() {
  const { language } = usePreferences();
  const { i18n } = useTranslation();
  useEffect(() => void i18n.changeLanguage(language), [language, i18n]);

  return <QueryClientProvider client={queryClient}><RouterProvider router={router} /></QueryClientProvider>;
}

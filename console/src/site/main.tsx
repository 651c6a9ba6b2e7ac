import 'virtual:tokens.css';
import '../ui/styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import i18n from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../api/queryClient';
import { loadErrorWords, startI18n } from '../i18n/i18n';
import { listenForShortcuts } from '../ui/acts/shortcuts';
import { preferences, suggestPreferences } from '../ui/preferences/preferences';
import { reloadOnStaleChunk } from '../ui/staleChunk';
import { formOf, readAddress } from './address';
import { askForUser } from './hostPage';
import { visitQuery } from './queries';
import { Site } from './Site';
import { siteBackend } from './siteBackend';
import { keptVisitor, type Visitor } from './visitor';

reloadOnStaleChunk();
const address = readAddress();
const form = formOf();
suggestPreferences({ density: 'comfortable', ...(address.language && { language: address.language }) });
const words = startI18n(preferences().language).then(() => i18n.loadNamespaces(form ? ['site', 'form', 'chat'] : ['site', 'chat', 'talk']));
const visitor: Visitor = {
  token: address.embedded ? keptVisitor(address.token) : undefined,
  user: address.hosted && window.parent !== window ? await askForUser() : undefined,
  workspace: undefined,
};
const backend = siteBackend(form ? 'forms' : address.token, visitor);
// What the page is drawn from comes while its words are on their way.
if (!form) void queryClient.prefetchQuery(visitQuery(backend, address, visitor));
const FormPage = form && (await import('./form/FormPage')).FormPage;
await words;
listenForShortcuts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>{form && FormPage ? <FormPage token={form} backend={backend} /> : <Site address={address} backend={backend} visitor={visitor} />}</QueryClientProvider>
  </StrictMode>,
);
// Also for the moment in which nothing can be loaded any more.
setTimeout(() => void loadErrorWords(), 2000);

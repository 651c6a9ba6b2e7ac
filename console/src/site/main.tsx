import 'virtual:tokens.css';
import '../ui/styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import i18n from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../api/queryClient';
import { startI18n } from '../i18n/i18n';
import { listenForShortcuts } from '../ui/acts/shortcuts';
import { preferences, suggestPreferences } from '../ui/preferences/preferences';
import { reloadOnStaleChunk } from '../ui/staleChunk';
import { readAddress } from './address';
import { askForUser } from './hostPage';
import { visitQuery } from './queries';
import { Site } from './Site';
import { siteBackend } from './siteBackend';
import { keptVisitor, type Visitor } from './visitor';

reloadOnStaleChunk();
const address = readAddress();
suggestPreferences({ density: 'comfortable', ...(address.language && { language: address.language }) });
const words = startI18n(preferences().language).then(() => i18n.loadNamespaces(['site', 'chat', 'talk']));
const visitor: Visitor = {
  token: address.embedded ? keptVisitor(address.token) : undefined,
  user: address.hosted && window.parent !== window ? await askForUser() : undefined,
  workspace: undefined,
};
const backend = siteBackend(address.token, visitor);
// What the page is drawn from comes while its words are on their way.
void queryClient.prefetchQuery(visitQuery(backend, address, visitor));
await words;
listenForShortcuts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}><Site address={address} backend={backend} visitor={visitor} /></QueryClientProvider>
  </StrictMode>,
);

import 'virtual:tokens.css';
import '../ui/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadErrorWords, startI18n } from '../i18n/i18n';
import { apply, preferences } from '../ui/preferences/preferences';
import { Providers } from './Providers';
import { reloadOnStaleChunk } from '../ui/staleChunk';

reloadOnStaleChunk();
apply();
await startI18n(preferences().language);
createRoot(document.getElementById('root')!).render(<StrictMode><Providers /></StrictMode>);
// Also for the moment in which nothing can be loaded any more.
setTimeout(() => void loadErrorWords(), 2000);

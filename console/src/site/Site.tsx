import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatBackend } from '../ui/chat/ChatBackend';
import { Loading } from '../ui/faces/Loading';
import { suggestPreferences, usePreferences, useThemeName } from '../ui/preferences/preferences';
import { accentVariables, applyAccent } from '../ui/theme/accent';
import { Toasts } from '../ui/toast/Toasts';
import { languageOf, type SiteAddress } from './address';
import { Gate } from './Gate';
import { visitQuery } from './queries';
import { Refused } from './Refused';
import { SiteChat } from './SiteChat';
import { SiteFrame } from './SiteFrame';
import type { SiteLook } from './types';
import type { Visitor } from './visitor';

const SharedPage = lazy(async () => ({ default: (await import('./share/SharedPage')).SharedPage }));
const SiteResults = lazy(async () => ({ default: (await import('./SiteResults')).SiteResults }));

export interface SiteProps {
  address: SiteAddress;
  backend: ChatBackend;
  visitor: Visitor;
}

/** An app's public page, or its frame. */
export function Site({ address, backend, visitor }: SiteProps) {
  const { language } = usePreferences();
  const { i18n } = useTranslation();
  useEffect(() => void i18n.changeLanguage(language), [language, i18n]);
  const visit = useQuery(visitQuery(backend, address, visitor));
  useLook(visit.data?.site, address);

  const content = () => {
    if (visit.isError) return <Refused error={visit.error} address={address} onRetry={() => void visit.refetch()} />;
    if (!visit.data) return <Loading rows={3} rowHeight={48} />;
    const { site, entry, mode } = visit.data;
    if (entry !== 'granted') {
      return (
        <SiteFrame site={site} address={address}>
          <Gate entry={entry} address={address} backend={backend} onEntered={() => visit.refetch()} />
        </SiteFrame>
      );
    }
    if (address.share) {
      return (
        <SiteFrame site={site} address={address}>
          <Suspense fallback={<Loading />}><SharedPage share={address.share} backend={backend} /></Suspense>
        </SiteFrame>
      );
    }
    if (mode === 'completion' || mode === 'workflow') {
      return (
        <Suspense fallback={<Loading />}><SiteResults visit={visit.data} address={address} backend={backend} /></Suspense>
      );
    }
    return <SiteChat visit={visit.data} address={address} backend={backend} />;
  };
  return <>{content()}<Toasts /></>;
}

// The app's own name, language, theme and colour, as far as the visitor has not chosen otherwise.
function useLook(site: SiteLook | undefined, address: SiteAddress): void {
  const theme = useThemeName();
  useEffect(() => {
    if (!site) return;
    const language = address.language ?? languageOf(site.default_language);
    suggestPreferences({ density: 'comfortable', appearance: site.theme, ...(language && { language }) });
    document.title = site.title;
  }, [site, address]);
  const colour = site?.chat_color_theme;
  useEffect(() => {
    applyAccent(document.documentElement, colour ? accentVariables(colour, theme) : undefined);
  }, [colour, theme]);
}

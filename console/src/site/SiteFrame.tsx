import { Moon, Sun, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../ui/Mark';
import { setPreferences, usePreferences, useThemeName } from '../ui/preferences/preferences';
import type { SiteAddress } from './address';
import { tellHost } from './hostPage';
import { SiteIcon } from './SiteIcon';
import type { SiteLook } from './types';
import './site.css';

interface SiteFrameProps {
  site: SiteLook;
  address: SiteAddress;
  /** Before the title. */
  lead?: ReactNode;
  /** Behind the title. */
  acts?: ReactNode;
  children: ReactNode;
}

/** The app's name above, who made it below. */
export function SiteFrame({ site, address, lead, acts, children }: SiteFrameProps) {
  const { t } = useTranslation('site');
  const { language } = usePreferences();
  const theme = useThemeName();
  useCloseByEscape(address.hosted);
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="md-site" data-embedded={address.embedded || undefined}>
      <header className="md-site-head" data-inverted={site.chat_color_theme_inverted || undefined}>
        {lead}
        <SiteIcon site={site} />
        <h1 className="md-ellipsis">{site.title}</h1>
        {acts}
        <button
          type="button" className="md-icon-button md-site-language" lang={other} title={t(`common:language.${other}`)}
          onClick={() => setPreferences({ language: other })}
        >
          {t(`language.${other}`)}
        </button>
        <button
          type="button" className="md-icon-button" aria-label={t(theme === 'dark' ? 'theme.light' : 'theme.dark')}
          title={t(theme === 'dark' ? 'theme.light' : 'theme.dark')}
          onClick={() => setPreferences({ appearance: theme === 'dark' ? 'light' : 'dark' })}
        >
          {theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
        </button>
        {address.hosted && (
          <button type="button" className="md-icon-button" aria-label={t('common:close')} onClick={() => tellHost('close')}>
            <X size={16} />
          </button>
        )}
      </header>
      <main className="md-site-main">{children}</main>
      <Foot site={site} />
    </div>
  );
}

function Foot({ site }: { site: SiteLook }) {
  const { t } = useTranslation('site');
  const { copyright, privacy_policy, custom_disclaimer, show_powered_by } = site;
  if (!copyright && !privacy_policy && !custom_disclaimer && !show_powered_by) return null;
  return (
    <footer className="md-site-foot">
      {custom_disclaimer && <span>{custom_disclaimer}</span>}
      {copyright && <span>{copyright}</span>}
      {privacy_policy && <a href={privacy_policy} target="_blank" rel="noopener noreferrer">{t('privacy')}</a>}
      {show_powered_by && <span className="md-site-powered"><Mark size={12} /> {t('powered')}</span>}
    </footer>
  );
}

// Esc closes the panel around the frame, unless something in here has taken it: an answer that stops, a panel that closes.
function useCloseByEscape(hosted: boolean): void {
  useEffect(() => {
    if (!hosted) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) tellHost('close');
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [hosted]);
}

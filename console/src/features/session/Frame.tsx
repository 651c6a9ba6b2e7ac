import { useQuery } from '@tanstack/react-query';
import { Moon, Sun } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../../api/queries';
import { Mark } from '../../ui/Mark';
import { setPreferences, usePreferences, useThemeName, type Language } from '../../ui/preferences/preferences';
import { Drawing } from './Drawing';
import './Frame.css';

const languages: readonly Language[] = ['zh-CN', 'en'];

/** The pages outside of a workspace: the form at the left, at the right a drawing and which installation this is. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('session');
  const { language } = usePreferences();
  const theme = useThemeName();
  const { data: health } = useQuery(healthQuery);
  useEffect(() => {
    document.title = `${title} · Middeck`;
  }, [title]);

  return (
    <div className="md-frame">
      <main className="md-frame-form">
        <div className="md-frame-name"><Mark />Middeck</div>
        <div className="md-frame-body">
          <h1>{title}</h1>
          {children}
        </div>
        <div className="md-frame-foot">
          {languages.map((one) => (
            <button
              key={one} type="button" lang={one} className="md-link" aria-pressed={one === language}
              onClick={() => setPreferences({ language: one })}
            >
              {t(`common:language.${one}`)}
            </button>
          ))}
          <button
            type="button" className="md-icon-button" aria-label={t('appearance')} title={t('appearance')}
            onClick={() => setPreferences({ appearance: theme === 'dark' ? 'light' : 'dark' })}
          >
            {theme === 'dark' ? <Sun size={15} /> : <Moon size={15} />}
          </button>
        </div>
      </main>
      <aside className="md-frame-board" aria-label={t('installation')}>
        <Drawing />
        <p>
          <span>{window.location.host}</span>
          {health?.environment && <span className="md-frame-badge" data-environment={health.environment}>{health.environment.toUpperCase()}</span>}
          {health && <span>{health.version}</span>}
        </p>
      </aside>
    </div>
  );
}

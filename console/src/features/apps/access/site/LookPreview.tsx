import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useThemeName } from '../../../../ui/preferences/preferences';
import { accentVariables, applyAccent } from '../../../../ui/theme/accent';
import { tokens } from '../../../../ui/theme/tokens';
import type { SiteSettings } from './siteQueries';

/** The page in small, in its own theme and colour. */
export function LookPreview({ look }: { look: SiteSettings }) {
  const { t } = useTranslation('siteSettings');
  const own = useThemeName();
  const theme = look.theme === 'system' ? own : look.theme;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = element.current!;
    for (const name of ['surface', 'text', 'text3', 'line', 'line2', 'line3', 'accent', 'onAccent'] as const) {
      style.setProperty(`--md-${name}`, tokens[name][theme]);
    }
    if (look.chat_color_theme) applyAccent(element.current!, accentVariables(look.chat_color_theme, theme));
  }, [look.chat_color_theme, theme]);
  return (
    <div ref={element} className="md-look-preview" role="img" aria-label={t('look.preview')}>
      <header data-inverted={look.chat_color_theme_inverted || undefined}>
        <span style={look.icon_background ? { background: look.icon_background } : undefined}>{look.icon || look.title?.slice(0, 1)}</span>
        {look.title}
      </header>
      {look.description && <p>{look.description}</p>}
      <div><span>{look.input_placeholder || t('look.placeholder.own')}</span><i>↑</i></div>
    </div>
  );
}

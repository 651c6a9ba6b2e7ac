import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { setPreferences, usePreferences, type Appearance as Look, type Density } from '../../ui/preferences/preferences';

/** How the console looks and listens on this device. */
export function Appearance() {
  const { t } = useTranslation('settings');
  const { appearance, density, shortcuts } = usePreferences();
  return (
    <div className="md-settings-pairs">
      <span>{t('appearance.theme')}</span>
      <Segmented<Look>
        aria-label={t('appearance.theme')} value={appearance} onChange={(value) => setPreferences({ appearance: value })}
        options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`common:appearance.${value}`) }))}
      />
      <span>{t('appearance.density')}</span>
      <Segmented<Density>
        aria-label={t('appearance.density')} value={density} onChange={(value) => setPreferences({ density: value })}
        options={(['dense', 'comfortable'] as const).map((value) => ({ value, label: t(`common:density.${value}`) }))}
      />
      <span id="settings-shortcuts">{t('appearance.shortcuts')}</span>
      <span><Switch size="small" aria-labelledby="settings-shortcuts" checked={shortcuts} onChange={(on) => setPreferences({ shortcuts: on })} /></span>
    </div>
  );
}

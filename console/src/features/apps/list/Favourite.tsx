import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListedApp } from '../queries';
import { useFavourite } from './useFavourite';

/** The star of an app. */
export function Favourite({ app }: { app: ListedApp }) {
  const { t } = useTranslation('appList');
  const { mutate } = useFavourite();
  return (
    <button
      type="button" className="md-icon-button md-favourite" aria-pressed={app.is_favourite}
      aria-label={t(app.is_favourite ? 'favourite.remove' : 'favourite.add', { name: app.name })}
      onClick={() => mutate(app)}
    >
      <Star size={14} fill={app.is_favourite ? 'currentColor' : 'none'} />
    </button>
  );
}

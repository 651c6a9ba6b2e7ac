import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Problem } from '../api/problem';
import { ErrorFace } from '../ui/faces/ErrorFace';
import { Face } from '../ui/faces/Face';
import { PlainButton } from '../ui/form/PlainButton';

/** A page that broke. The shell around it goes on. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (error instanceof Problem) return <ErrorFace error={error} onRetry={() => window.location.reload()} />;
  return (
    <Face
      role="alert"
      title={t('error.broken')}
      action={<PlainButton onClick={() => window.location.reload()}>{t('error.reload')}</PlainButton>}
    >
      {t('error.broken_text')}
      <div className="md-trace">{error instanceof Error ? error.message : String(error)}</div>
    </Face>
  );
}

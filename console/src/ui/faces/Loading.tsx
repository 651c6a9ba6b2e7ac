import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './Loading.css';

interface LoadingProps {
  rows?: number;
  /** The height of a row in pixels: the same as the data will have. */
  rowHeight?: number;
}

/** Skeleton rows, after 200 ms so that quick answers do not flicker. */
export function Loading({ rows = 8, rowHeight }: LoadingProps) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="md-loading" role="status" aria-label={t('loading')}>
      {late && Array.from({ length: rows }, (_, at) => (
        <div key={at} style={{ height: rowHeight }}><span style={{ width: `${[62, 44, 53, 38][at % 4]}%` }} /></div>
      ))}
    </div>
  );
}

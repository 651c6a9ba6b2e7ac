import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceDiff } from './sentenceDiff';
import './FieldDiff.css';

/** One part of a configuration, before and after: what went and what came. */
export function FieldDiff({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('apps');
  const parts = useMemo(() => sentenceDiff(before, after), [before, after]);
  return (
    <p className="md-diff">
      {parts.map(({ text, kind }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        return kind === 'added'
          ? <ins key={at} aria-label={t('diff.added')}>{text}</ins>
          : <del key={at} aria-label={t('diff.removed')}>{text}</del>;
      })}
    </p>
  );
}

import { useTranslation } from 'react-i18next';
import { bytes } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import type { DocumentVersion } from '../types';

interface VersionRowProps {
  version: DocumentVersion;
  onDownload: () => void;
  /** Undefined for the present one, and where going back is not for this person or document. */
  onRestore: (() => void) | undefined;
}

/** A file that a document was made of. */
export function VersionRow({ version: { version, name, size, current, created_at: at }, onDownload, onRestore }: VersionRowProps) {
  const { t } = useTranslation(['documents', 'knowledge']);
  return (
    <li>
      <b className="md-num">v{version}</b>
      <span className="md-ellipsis" title={name}>{name}</span>
      {current && <StateTag state="active">{t('versions.current')}</StateTag>}
      <span className="md-num md-quiet">{bytes(size)}</span>
      <Time at={at} />
      <span className="md-versions-acts">
        <button type="button" className="md-link" aria-label={t('versions.download', { version })} onClick={onDownload}>
          {t('knowledge:act.download')}
        </button>
        {onRestore && (
          <button type="button" className="md-link" aria-label={t('versions.restore_to', { version })} onClick={onRestore}>
            {t('versions.restore')}
          </button>
        )}
      </span>
    </li>
  );
}

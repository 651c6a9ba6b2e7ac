import { FileUp, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem, problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { bytes, percent } from '../../../ui/format';
import { StageTrack } from '../../../ui/states/StageTrack';
import { refusalText } from '../uploads/refusalText';
import { dropUpload, retryUpload, type Upload } from '../uploads/uploads';

/** A file on its way, or refused with its reason. The same file again is no failure: it is there already. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const { id, base, file, sent, error } = upload;
  const refused = error !== undefined;
  const existing = error instanceof Problem && error.code === 'knowledge.duplicate'
    ? error.extensions.existing_document_id : undefined;
  // The page's own checks and the server's rules would say the same again; the connection may not.
  const mayRetry = refused && (!(error instanceof Problem) || error.status === 0 || error.status >= 500 || error.status === 401);
  const words = !refused ? (sent > 0 ? t('upload.sending', { percent: percent(sent) }) : t('upload.waiting')) : refusalText(error);

  return (
    <li data-failed={(refused && existing === undefined) || undefined} data-sending={!refused || undefined}>
      <FileUp size={15} aria-hidden />
      <span className="md-ellipsis">{file.name}</span>
      <span className="md-num md-quiet">{bytes(file.size)}</span>
      {existing === undefined
        ? <StageTrack stages={[t('upload.stage')]} done={0} fraction={sent} failed={refused} label={`${file.name}: ${words}`} />
        : <span />}
      <span className="md-processing-fact" title={refused ? problemText(error) : undefined}>
        {existing === undefined
          ? words
          : <>{t('upload.exists')} <Link to={`/w/${ws}/knowledge/${base}/documents/${String(existing)}`}>{t('upload.show')}</Link></>}
      </span>
      <span className="md-processing-acts">
        {mayRetry && (
          <button type="button" className="md-icon-button" aria-label={t('act.retry', { name: file.name })} onClick={() => retryUpload(id)}>
            <RotateCw size={14} />
          </button>
        )}
        <button
          type="button" className="md-icon-button" onClick={() => dropUpload(id)}
          aria-label={t(refused ? 'act.dismiss' : 'act.cancel', { name: file.name })}
        >
          <X size={14} />
        </button>
      </span>
    </li>
  );
}

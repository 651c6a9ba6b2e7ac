import { FileUp, FolderOpen, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem, problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { bytes, percent } from '../../../ui/format';
import { StageTrack } from '../../../ui/states/StageTrack';
import { refusalText } from '../uploads/refusalText';
import { dropUpload, isTravelling, retryUpload, type Upload } from '../uploads/uploads';
import { RowAct } from './RowAct';

interface UploadRowProps {
  upload: Upload;
  /** Opens the picker, for a file that a reload took from the browser. */
  onChoose: () => void;
}

/** A file on its way, or not and why. The same file again is no failure: it is there already, and may be kept twice. */
export function UploadRow({ upload, onChoose }: UploadRowProps) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const { id, base, name, path, size, sent, state, error } = upload;
  const isDuplicate = error instanceof Problem && error.code === 'knowledge.duplicate';
  const existing = isDuplicate ? error.extensions.existing_document_id : upload.existing;
  const isRefused = state === 'refused';
  // The page's own checks and the server's rules would say the same again; the connection may not.
  const mayRetry = isRefused && (!(error instanceof Problem) || error.status === 0 || error.status >= 500 || error.status === 401);
  const words = useWords(upload);

  return (
    <li
      data-failed={(isRefused && !isDuplicate) || undefined}
      data-paused={state === 'lost' || state === 'reconnecting' || undefined}
      data-waiting={(isTravelling(upload) && sent === 0) || undefined}
    >
      <FileUp size={15} aria-hidden />
      <span className="md-ellipsis" title={path || undefined}>{path || name}</span>
      <span className="md-num md-quiet">{bytes(size)}</span>
      {existing === undefined
        ? (
          <StageTrack
            stages={[t('knowledge:upload.stage')]} done={0} fraction={sent} failed={isRefused} label={`${name}: ${words}`}
          />
        )
        : <span />}
      <span className="md-processing-fact" title={isRefused ? problemText(error) : undefined}>
        {existing === undefined ? words : (
          <>
            {t('knowledge:upload.exists')}{' '}
            <Link to={`/w/${ws}/knowledge/${base}/documents/${String(existing)}`}>{t('knowledge:upload.show')}</Link>
            {isDuplicate && (
              <>
                {' · '}
                <button type="button" className="md-link" onClick={() => retryUpload(id, 'keep')}>{t('duplicate.keep')}</button>
              </>
            )}
          </>
        )}
      </span>
      <span className="md-processing-acts">
        {state === 'lost' && <RowAct icon={FolderOpen} label={t('upload.choose', { name })} run={onChoose} />}
        {mayRetry && <RowAct icon={RotateCw} label={t('knowledge:act.retry', { name })} run={() => retryUpload(id)} />}
        <RowAct
          icon={X} label={t(isTravelling(upload) || state === 'lost' ? 'knowledge:act.cancel' : 'knowledge:act.dismiss', { name })}
          run={() => dropUpload(id)}
        />
      </span>
    </li>
  );
}

function useWords({ state, sent, error }: Upload): string {
  const { t } = useTranslation(['documents', 'knowledge']);
  if (state === 'refused') return refusalText(error);
  if (state === 'lost') return t('upload.lost', { percent: percent(sent) });
  if (state === 'reconnecting') return t('upload.reconnecting', { percent: percent(sent) });
  return sent > 0 ? t('knowledge:upload.sending', { percent: percent(sent) }) : t('knowledge:upload.waiting');
}

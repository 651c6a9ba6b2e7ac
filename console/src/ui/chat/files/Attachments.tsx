import { FileText, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { bytes } from '../../format';
import type { Attachment, AttachmentStore, Refusal } from './AttachmentStore';
import { useAttachments } from './filesOf';
import type { FileTakes } from './takes';
import { useKindNames } from './useKindNames';
import './Files.css';

interface AttachmentsProps {
  store: AttachmentStore;
  takes: FileTakes;
}

/** The files that are to be sent, how far they are, and why some were not taken. */
export function Attachments({ store, takes }: AttachmentsProps) {
  const { t } = useTranslation('talk');
  const { items, refusals } = useAttachments(store);
  const kinds = useKindNames(takes);
  if (items.length === 0 && refusals.length === 0) return null;
  const sentence = ({ reason, name, limit }: Refusal) => t(`files.refused.${reason}`, {
    name, kinds, count: limit, size: reason === 'size' ? bytes(limit) : '',
  });

  return (
    <div className="md-attachments">
      {items.length > 0 && (
        <ul aria-label={t('files.attached')}>
          {items.map((item) => (
            <Chip key={item.key} item={item} onRemove={() => store.remove(item.key)} onRetry={() => store.retry(item.key)} />
          ))}
        </ul>
      )}
      {refusals.length > 0 && (
        <div className="md-attachments-refused" role="alert">
          <div>{refusals.map((refusal, at) => <p key={at}>{sentence(refusal)}</p>)}</div>
          <button type="button" className="md-icon-button" aria-label={t('common:close')} onClick={() => store.dismiss()}>
            <X size={14} />
          </button>
        </div>
      )}
    </div>
  );
}

interface ChipProps {
  item: Attachment;
  onRemove: () => void;
  onRetry: () => void;
}

function Chip({ item, onRemove, onRetry }: ChipProps) {
  const { t } = useTranslation('talk');
  const { name, size, state, preview, progress, error } = item;
  const percent = Math.round(progress * 100);
  return (
    <li className="md-attachment" data-state={state}>
      {preview ? <img src={preview} alt="" /> : <FileText size={18} aria-hidden />}
      <span className="md-attachment-text">
        <span className="md-ellipsis" title={name}>{name}</span>
        <small>
          {state === 'failed'
            ? <span role="alert"><span aria-hidden>✕ </span>{problemText(error)}</span>
            : state === 'done' ? (size === undefined ? t('files.remote') : bytes(size))
              : state === 'waiting' ? t('files.waiting') : t('files.uploading', { percent })}
        </small>
      </span>
      {state === 'uploading' && (
        <span
          className="md-attachment-progress" role="progressbar" aria-label={name}
          aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}
        >
          <span style={{ width: `${percent}%` }} />
        </span>
      )}
      {state === 'failed' && (
        <button type="button" className="md-icon-button" aria-label={t('files.retry', { name })} title={t('common:retry')} onClick={onRetry}>
          <RotateCcw size={14} />
        </button>
      )}
      <button
        type="button" className="md-icon-button" onClick={onRemove}
        aria-label={t(state === 'waiting' || state === 'uploading' ? 'files.cancel' : 'files.remove', { name })}
      >
        <X size={14} />
      </button>
    </li>
  );
}

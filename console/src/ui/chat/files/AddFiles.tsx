import { Link2, Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../form/PlainButton';
import type { AttachmentStore } from './AttachmentStore';
import { acceptOf, type FileTakes } from './takes';
import { useKindNames } from './useKindNames';
import './Files.css';

interface AddFilesProps {
  store: AttachmentStore;
  takes: FileTakes;
  /** With words beside the signs, as in a form. */
  labelled?: boolean;
}

/** The buttons that choose files, or take the address of one. */
export function AddFiles({ store, takes, labelled = false }: AddFilesProps) {
  const { t } = useTranslation('talk');
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const kinds = useKindNames(takes);
  const hint = t('files.hint', { count: takes.limit, kinds });

  return (
    <>
      {takes.local && (
        <>
          <input
            ref={input} type="file" hidden multiple={takes.limit > 1} accept={acceptOf(takes)} aria-label={t('files.choose')}
            onChange={({ currentTarget }) => {
              store.add([...currentTarget.files ?? []], takes);
              // The same file can be chosen again.
              currentTarget.value = '';
            }}
          />
          <button
            type="button" className="md-icon-button md-add-file" aria-label={t('files.choose')} title={`${t('files.choose')}\n${hint}`}
            onClick={() => input.current?.click()}
          >
            <Paperclip size={16} />{labelled && <span>{t('files.choose')}</span>}
          </button>
        </>
      )}
      {takes.remote && (
        <button
          type="button" className="md-icon-button md-add-file" aria-label={t('files.address')} title={`${t('files.address')}\n${hint}`}
          aria-expanded={asking} onClick={() => setAsking(!asking)}
        >
          <Link2 size={16} />{labelled && <span>{t('files.address')}</span>}
        </button>
      )}
      {asking && (
        <Address
          onAdd={(text) => store.addAddress(text, takes) && setAsking(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Address({ onAdd, onClose }: { onAdd: (text: string) => void; onClose: () => void }) {
  const { t } = useTranslation('talk');
  const [text, setText] = useState('');
  return (
    <div className="md-file-address">
      <input
        autoFocus type="url" value={text} placeholder="https://" aria-label={t('files.address.label')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            onAdd(text);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <PlainButton onClick={() => onAdd(text)}>{t('files.add')}</PlainButton>
    </div>
  );
}

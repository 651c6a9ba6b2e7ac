import { FileText, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes } from '../../format';
import { foreignHost } from '../markdown/safeAddress';
import type { ChatFile } from '../types';
import { isStale } from './freshAddress';
import { Lightbox } from './Lightbox';
import './Files.css';

interface QuestionFilesProps {
  files: readonly ChatFile[];
  /** Reads the conversation again, for addresses whose time is over. */
  renew: () => Promise<unknown>;
}

/** What a question came with: pictures that open large, other files to be fetched. */
export function QuestionFiles({ files, renew }: QuestionFilesProps) {
  const { t } = useTranslation('talk');
  const [open, setOpen] = useState<string>();
  if (files.length === 0) return null;
  // The page shows pictures of its own server alone.
  const pictures = files.filter(({ kind, url }) => kind === 'image' && !foreignHost(url));

  return (
    <ul className="md-files" aria-label={t('files.of_question')}>
      {files.map((file) => (
        <li key={file.id}>
          {pictures.includes(file)
            ? <Picture file={file} renew={renew} onOpen={() => setOpen(file.id)} />
            : <Other file={file} renew={renew} />}
        </li>
      ))}
      {open !== undefined && (
        <Lightbox pictures={pictures} current={open} onShow={setOpen} onClose={() => setOpen(undefined)} />
      )}
    </ul>
  );
}

function Picture({ file, renew, onOpen }: { file: ChatFile; renew: () => Promise<unknown>; onOpen: () => void }) {
  const { t } = useTranslation('talk');
  const [broken, setBroken] = useState<string>();
  const open = async () => {
    if (isStale(file.url)) await renew();
    onOpen();
  };
  return (
    <button type="button" className="md-picture" aria-label={t('files.open', { name: file.name })} onClick={() => void open()}>
      {broken === file.url
        ? <ImageOff size={20} aria-hidden />
        : (
          <img
            src={file.url} alt={file.name} loading="lazy"
            onError={() => {
              setBroken(file.url);
              if (isStale(file.url)) void renew();
            }}
          />
        )}
    </button>
  );
}

function Other({ file, renew }: { file: ChatFile; renew: () => Promise<unknown> }) {
  const { t } = useTranslation('talk');
  const host = foreignHost(file.url);
  return (
    <a
      className="md-file" href={file.url} download={host ? undefined : file.name} target="_blank" rel="noopener noreferrer"
      title={t('files.download', { name: file.name })}
      onClick={(event) => {
        if (!isStale(file.url)) return;
        event.preventDefault();
        const link = event.currentTarget;
        // Drawn anew with its new address, the link does what it was asked for.
        void renew().then(() => requestAnimationFrame(() => !isStale(link.href) && link.click()));
      }}
    >
      <FileText size={16} aria-hidden />
      <span className="md-ellipsis">{file.name}</span>
      <small>{host ?? (file.size > 0 ? bytes(file.size) : '')}</small>
    </a>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Upload as UploadIcon } from 'lucide-react';
import { useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { keepDocument } from '../documentCache';
import { uploadLimitsQuery } from '../queries';
import { addUploads } from './uploads';
import './UploadArea.css';

interface UploadAreaProps {
  base: string;
  children: (pick: { files: () => void; folder: () => void }) => ReactNode;
}

/** Takes files dropped anywhere on it, and offers the browser's pickers for files and for a folder. */
export function UploadArea({ base, children }: UploadAreaProps) {
  const { t } = useTranslation('knowledge');
  const workspace = useWorkspaceId();
  const cache = useQueryClient();
  const allowed = useCan('knowledge.update');
  const [files, setFiles] = useState<HTMLInputElement | null>(null);
  const [folder, setFolder] = useState<HTMLInputElement | null>(null);
  const [depth, setDepth] = useState(0);

  const take = async (chosen: readonly File[]) => {
    if (!allowed || chosen.length === 0) return;
    // Without the limits the server alone decides.
    const limits = await cache.fetchQuery(uploadLimitsQuery(workspace)).catch(() => undefined);
    addUploads(chosen, { workspace, base, limits, onReceived: (document) => keepDocument(cache, workspace, document) });
  };
  const onPick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void take([...target.files ?? []]);
    // Else choosing the same file again would be no change.
    target.value = '';
  };
  const onFiles = (event: DragEvent, act: () => void) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      className="md-upload-area"
      // Entering a child leaves its parent: only the count of both says whether the pointer is still inside.
      onDragEnter={(event) => onFiles(event, () => setDepth(depth + 1))}
      onDragLeave={(event) => onFiles(event, () => setDepth(Math.max(0, depth - 1)))}
      onDragOver={(event) => onFiles(event, () => undefined)}
      onDrop={(event) => onFiles(event, () => {
        setDepth(0);
        void take([...event.dataTransfer.files]);
      })}
    >
      {children({ files: () => files?.click(), folder: () => folder?.click() })}
      <input ref={setFiles} type="file" multiple hidden aria-label={t('upload.files')} onChange={onPick} />
      <input
        ref={setFolder} type="file" multiple hidden aria-label={t('upload.folder')} onChange={onPick}
        {...{ webkitdirectory: '' }}
      />
      {allowed && depth > 0 && (
        <div className="md-upload-drop"><UploadIcon size={20} aria-hidden /> {t('upload.drop')}</div>
      )}
    </div>
  );
}

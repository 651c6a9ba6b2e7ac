import { useQueryClient } from '@tanstack/react-query';
import { Upload as UploadIcon } from 'lucide-react';
import { useEffect, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { toast } from '../../../ui/toast/toast';
import { keepDocument } from '../documentCache';
import { uploadLimitsQuery } from '../queries';
import { droppedFiles, pickedFiles, type ChosenFile } from './droppedFiles';
import { chosenRule } from './duplicateRule';
import { photosOf } from './photos';
import { addUploads, restoreUploads } from './uploads';
import './UploadArea.css';

/** Opens the browser's pickers. */
export interface Pick {
  files: () => void;
  folder: () => void;
  /** The camera of a phone or tablet; undefined elsewhere. */
  camera?: () => void;
}

interface UploadAreaProps {
  base: string;
  children: (pick: Pick) => ReactNode;
}

// A mouse means a desk, where `capture` opens the file picker once more.
const hasCamera = () => window.matchMedia('(pointer: coarse)').matches;

/** Takes files and folders dropped anywhere on it, and offers the browser's pickers for both. */
export function UploadArea({ base, children }: UploadAreaProps) {
  const { t } = useTranslation('knowledge');
  const workspace = useWorkspaceId();
  const cache = useQueryClient();
  const allowed = useCan('knowledge.update');
  const [files, setFiles] = useState<HTMLInputElement | null>(null);
  const [folder, setFolder] = useState<HTMLInputElement | null>(null);
  const [camera, setCamera] = useState<HTMLInputElement | null>(null);
  const [depth, setDepth] = useState(0);

  useEffect(() => {
    if (allowed) restoreUploads({ workspace, base });
  }, [allowed, workspace, base]);

  const take = async (chosen: readonly ChosenFile[]) => {
    if (!allowed || chosen.length === 0) return;
    // Without the limits the server alone decides.
    const limits = await cache.fetchQuery(uploadLimitsQuery(workspace)).catch(() => undefined);
    addUploads(chosen, chosenRule(), {
      workspace, base, limits, onReceived: (document) => keepDocument(cache, workspace, document),
    });
  };
  const onPick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void take(pickedFiles(target.files ?? []));
    // Else choosing the same file again would be no change.
    target.value = '';
  };
  const onFiles = (event: DragEvent, act: () => void) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    act();
  };
  const onDrop = (event: DragEvent) => onFiles(event, () => {
    setDepth(0);
    droppedFiles(event.dataTransfer).then(take).catch((error: unknown) => toast(problemText(error), { tone: 'error' }));
  });

  return (
    <div
      className="md-upload-area"
      // Entering a child leaves its parent: only the count of both says whether the pointer is still inside.
      onDragEnter={(event) => onFiles(event, () => setDepth(depth + 1))}
      onDragLeave={(event) => onFiles(event, () => setDepth(Math.max(0, depth - 1)))}
      onDragOver={(event) => onFiles(event, () => undefined)}
      onDrop={onDrop}
    >
      {children({ files: () => files?.click(), folder: () => folder?.click(), camera: hasCamera() ? () => camera?.click() : undefined })}
      <input ref={setFiles} type="file" multiple hidden aria-label={t('upload.files')} onChange={onPick} />
      <input
        ref={setFolder} type="file" multiple hidden aria-label={t('upload.folder')} onChange={onPick}
        {...{ webkitdirectory: '' }}
      />
      <input
        ref={setCamera} type="file" hidden accept="image/*" capture="environment" aria-label={t('upload.camera')}
        onChange={({ target }) => {
          void take(photosOf(target.files ?? [], new Date()));
          target.value = '';
        }}
      />
      {allowed && depth > 0 && (
        <div className="md-upload-drop"><UploadIcon size={20} aria-hidden /> {t('upload.drop')}</div>
      )}
    </div>
  );
}

import { FolderUp, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { UploadArea } from '../uploads/UploadArea';
import { useDocumentChanges } from '../useDocumentActs';
import { BaseFrame } from './BaseFrame';
import { DocumentTable } from './DocumentTable';
import { ProcessingPanel } from './ProcessingPanel';

/** The documents of a knowledge base. Files can be dropped anywhere on the page. */
export function DocumentsPage() {
  const { id = '' } = useParams();
  useDocumentChanges(id);
  return <UploadArea base={id}>{(pick) => <Documents pickFiles={pick.files} pickFolder={pick.folder} />}</UploadArea>;
}

function Documents({ pickFiles, pickFolder }: { pickFiles: () => void; pickFolder: () => void }) {
  const { t } = useTranslation('knowledge');
  const mayUpload = useCan('knowledge.update');
  useActs(mayUpload ? [
    { id: 'knowledge.upload', label: t('upload.files'), icon: Upload, keys: 'u', group: 'object', run: pickFiles },
    { id: 'knowledge.upload_folder', label: t('upload.folder'), icon: FolderUp, group: 'object', run: pickFolder },
  ] : []);

  return (
    <BaseFrame
      withFigures
      actions={[
        { key: 'folder', label: t('upload.folder'), icon: FolderUp, secondary: true, run: pickFolder, disabledReason: mayUpload ? undefined : t('upload.forbidden') },
        { key: 'files', label: t('upload.files'), icon: Upload, primary: true, permission: 'knowledge.update', run: pickFiles },
      ]}
    >
      {(base) => (
        <>
          <ProcessingPanel base={base} />
          <DocumentTable base={base} onUpload={mayUpload ? pickFiles : undefined} />
        </>
      )}
    </BaseFrame>
  );
}

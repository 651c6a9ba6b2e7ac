import { Camera, Circle, CircleDot, ClipboardPaste, FolderUp, Upload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCan } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import type { PageAction } from '../../../ui/page/PageHeader';
import { chooseRule, chosenRule, duplicateRules } from '../uploads/duplicateRule';
import { UploadArea, type Pick } from '../uploads/UploadArea';
import { useDocumentChanges } from '../useDocumentActs';
import { BaseFrame } from './BaseFrame';
import { DocumentTable } from './DocumentTable';
import { ProcessingPanel } from './ProcessingPanel';

const PasteTextDrawer = lazy(async () => ({ default: (await import('../uploads/PasteTextDrawer')).PasteTextDrawer }));

/** The documents of a knowledge base. Files and folders can be dropped anywhere on the page. */
export function DocumentsPage() {
  const { id = '' } = useParams();
  useDocumentChanges(id);
  return <UploadArea base={id}>{(pick) => <Documents base={id} pick={pick} />}</UploadArea>;
}

function Documents({ base: id, pick }: { base: string; pick: Pick }) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const mayUpload = useCan('knowledge.update');
  const [isPasting, setPasting] = useState<boolean>();
  const [rule, setRule] = useState(chosenRule);
  const more = [
    ...(pick.camera ? [{ key: 'camera', label: t('knowledge:upload.camera'), icon: Camera, run: pick.camera }] : []),
    { key: 'folder', label: t('knowledge:upload.folder'), icon: FolderUp, run: pick.folder },
    { key: 'paste', label: t('paste.title'), icon: ClipboardPaste, run: () => setPasting(true) },
  ];
  useActs(mayUpload ? [
    { id: 'knowledge.upload', label: t('knowledge:upload.files'), icon: Upload, keys: 'u', group: 'object', run: pick.files },
    ...more.map((act) => ({ ...act, id: `knowledge.${act.key}`, group: 'object' as const })),
  ] : []);

  const forbidden = mayUpload ? undefined : t('knowledge:upload.forbidden');
  const actions: PageAction[] = [
    ...more.map((act) => ({ ...act, secondary: true, disabledReason: forbidden })),
    ...duplicateRules.map((one) => ({
      key: one, label: t('duplicate.rule', { rule: t(`duplicate.${one}`) }), icon: rule === one ? CircleDot : Circle,
      secondary: true, disabledReason: forbidden,
      run: () => {
        chooseRule(one);
        setRule(one);
      },
    })),
    { key: 'files', label: t('knowledge:upload.files'), icon: Upload, primary: true, permission: 'knowledge.update', run: pick.files },
  ];
  return (
    <BaseFrame withFigures actions={actions}>
      {(base) => (
        <>
          <ProcessingPanel base={base} onChoose={pick.files} />
          <DocumentTable base={base} onUpload={mayUpload ? pick.files : undefined} />
          <Suspense>
            {isPasting !== undefined && <PasteTextDrawer base={id} open={isPasting} onClose={() => setPasting(false)} />}
          </Suspense>
        </>
      )}
    </BaseFrame>
  );
}

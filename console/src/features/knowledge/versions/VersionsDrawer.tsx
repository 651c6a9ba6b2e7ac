import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import type { KnowledgeDocument } from '../types';
import { Versions } from './Versions';

interface VersionsDrawerProps {
  open: boolean;
  document: KnowledgeDocument;
  onClose: () => void;
}

/** The versions of a document over the list that it stands in. */
export function VersionsDrawer({ open, document, onClose }: VersionsDrawerProps) {
  const { t } = useTranslation('documents');
  return (
    <SidePanel title={t('versions.title', { name: document.name })} open={open} onClose={onClose}>
      <Versions document={document} />
    </SidePanel>
  );
}

import { useTranslation } from 'react-i18next';
import { Peek } from '../../../ui/overlays/Peek';
import type { KnowledgeDocument } from '../types';
import { Versions } from './Versions';

/** The versions of a document beside its text. */
export function VersionsPanel({ document, onClose }: { document: KnowledgeDocument; onClose: () => void }) {
  const { t } = useTranslation('documents');
  return <Peek title={t('versions')} onClose={onClose}><Versions document={document} /></Peek>;
}

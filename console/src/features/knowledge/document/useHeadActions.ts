import {
  Archive, ArchiveRestore, Download, FileDown, History, ListTree, Pause, Pencil, Play, RotateCw, Scissors, ToggleLeft, ToggleRight, Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import type { PageAction } from '../../../ui/page/PageHeader';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import { whyFixed } from './chunkAccess';
import { useDocumentControl } from './useDocumentControl';
import { useDocumentHead } from './useDocumentHead';

/** What opens beside or over the document, by the address. */
export type HeadPanel = 'metadata' | 'versions' | 'rechunk';

const nobody = { knowledge_base_id: '', id: '' } as KnowledgeDocument;

/** What can be done with the whole document. */
export function useHeadActions(
  document: KnowledgeDocument | undefined, open: (what: HeadPanel | 'rename' | 'delete') => void,
): readonly PageAction[] {
  const { t } = useTranslation('document');
  const acts = useDocumentActs();
  const head = useDocumentHead();
  const control = useDocumentControl(document ?? nobody);
  const mayChange = useCan('knowledge.update');
  const mayDelete = useCan('knowledge.delete');
  if (!document) return [];
  const { status, enabled, archived } = document;
  const permission = 'knowledge.update';
  const archivedReason = archived ? t('fixed.archived') : undefined;
  const fixed = whyFixed(document);

  const change: PageAction[] = [
    { key: 'rename', label: t('head.rename'), icon: Pencil, secondary: true, disabledReason: archivedReason, run: () => open('rename') },
    {
      key: 'enabled', label: t(enabled ? 'knowledge:act.disable' : 'knowledge:act.enable'), icon: enabled ? ToggleLeft : ToggleRight,
      secondary: true, disabledReason: archivedReason, run: () => void acts.enable(document, !enabled),
    },
    {
      key: 'archive', label: t(archived ? 'head.unarchive' : 'head.archive'), icon: archived ? ArchiveRestore : Archive,
      secondary: true, run: () => void head.archive(document, !archived),
    },
  ];
  const flow: PageAction[] = isProcessing(status)
    ? [{ key: 'pause', label: t('work.act.pause'), icon: Pause, permission, run: () => void control.pause() }]
    : status === 'paused'
      ? [{ key: 'resume', label: t('work.act.resume'), icon: Play, permission, run: () => void control.resume() }]
      : status === 'error' || status === 'cancelled'
        ? [{ key: 'retry', label: t('common:retry'), icon: RotateCw, permission, run: () => void control.retry() }]
        : [];
  return [
    { key: 'versions', label: t('head.versions'), icon: History, secondary: true, run: () => open('versions') },
    { key: 'export', label: t('head.export'), icon: FileDown, secondary: true, run: () => void head.exportChunks(document) },
    ...(mayChange ? change : []),
    ...(mayDelete ? [{
      key: 'delete', label: t('common:delete'), icon: Trash2, danger: true, secondary: true, run: () => open('delete'),
    }] : []),
    { key: 'metadata', label: t('head.metadata'), icon: ListTree, run: () => open('metadata') },
    ...flow,
    {
      key: 'rechunk', label: t('head.rechunk'), icon: Scissors, permission, disabledReason: fixed && t(fixed), run: () => open('rechunk'),
    },
    { key: 'download', label: t('knowledge:act.download'), icon: Download, run: () => void acts.download(document) },
  ];
}

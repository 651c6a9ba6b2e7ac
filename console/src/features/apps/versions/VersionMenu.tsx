import { FileDown, GitCompare, History, Pencil, Undo2, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { RowMenu } from '../../../ui/table/RowMenu';

interface VersionMenuProps {
  version: number;
  isLive: boolean;
  onCompare: () => void;
  /** Only for an app of a graph. */
  onCanvas?: () => void;
  onEdit: () => void;
  onExport: () => void;
  onRestore: () => void;
  onRollBack: () => void;
}

/** What can be done with a published version. */
export function VersionMenu({ version, isLive, onCompare, onCanvas, onEdit, onExport, onRestore, onRollBack }: VersionMenuProps) {
  const { t } = useTranslation('appEditor');
  const mayUpdate = useCan('apps.update');
  const mayPublish = useCan('apps.publish');
  return (
    <RowMenu
      label={t('apps:menu', { name: `v${version}` })}
      items={[
        { key: 'compare', label: t('versions.compare'), icon: <GitCompare size={14} />, onClick: onCompare },
        onCanvas ? { key: 'canvas', label: t('versions.canvas'), icon: <Workflow size={14} />, onClick: onCanvas } : null,
        { key: 'edit', label: t('versions.name'), icon: <Pencil size={14} />, disabled: !mayUpdate, onClick: onEdit },
        { key: 'export', label: t('versions.export'), icon: <FileDown size={14} />, onClick: onExport },
        { type: 'divider' },
        { key: 'restore', label: t('apps:versions.restore'), icon: <Undo2 size={14} />, disabled: !mayUpdate, onClick: onRestore },
        {
          key: 'rollback', label: t('versions.rollback'), icon: <History size={14} />, disabled: !mayPublish || isLive,
          onClick: onRollBack,
        },
      ]}
    />
  );
}

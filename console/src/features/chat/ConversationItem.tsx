import { Download, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../api/queries';
import { NameInput } from '../../ui/form/NameInput';
import { RowMenu } from '../../ui/table/RowMenu';
import type { Conversation } from './queries';

interface ConversationItemProps {
  conversation: Conversation;
  isCurrent: boolean;
  onRename: (name: string) => void;
  onExport: () => void;
  onDelete: () => void;
}

/** One conversation of the list; its name is changed in place. */
export function ConversationItem({ conversation, isCurrent, onRename, onExport, onDelete }: ConversationItemProps) {
  const { t } = useTranslation(['chat', 'talk']);
  const ws = useWorkspaceId();
  const [editing, setEditing] = useState(false);
  const { id, name, app } = conversation;

  if (editing) {
    return <li><NameInput name={name} label={t('rename.label')} onDone={(next) => { setEditing(false); if (next) onRename(next); }} /></li>;
  }
  return (
    <li data-current={isCurrent || undefined}>
      <Link to={`/w/${ws}/chat/${id}`} aria-current={isCurrent ? 'page' : undefined} title={`${name} · ${app.name}`}>
        {name || t('untitled')}
      </Link>
      <RowMenu
        label={t('menu', { name })}
        items={[
          { key: 'rename', label: t('rename'), icon: <Pencil size={14} />, onClick: () => setEditing(true) },
          { key: 'export', label: t('talk:export'), icon: <Download size={14} />, onClick: onExport },
          { key: 'delete', label: t('common:delete'), icon: <Trash2 size={14} />, danger: true, onClick: onDelete },
        ]}
      />
    </li>
  );
}

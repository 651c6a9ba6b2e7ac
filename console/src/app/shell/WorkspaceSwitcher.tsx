import { useQuery } from '@tanstack/react-query';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { meQuery, useWorkspaceId, workspacesQuery } from '../../api/queries';
import { PlainInput } from '../../ui/form/PlainInput';
import { MenuButton } from '../../ui/menu/MenuButton';
import type { MenuItem } from '../../ui/menu/MenuItem';
import { Mark } from '../../ui/Mark';
import { matchScore } from '../../ui/search/matchScore';
import { pathInWorkspace } from './pathInWorkspace';
import './WorkspaceSwitcher.css';

const filterAbove = 7;

/** Name of the workspace; opens the list of one's own. Changing keeps the kind of page. */
export function WorkspaceSwitcher() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const workspace = useWorkspaceId();
  const { data: me } = useQuery(meQuery(workspace));
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const { data } = useQuery({ ...workspacesQuery, enabled: open });
  const all = data?.data ?? [];

  const items: MenuItem[] = all
    .filter(({ name }) => filter === '' || matchScore(filter, name) > 0)
    .map(({ id, name, role, member_count }) => ({
      key: id,
      label: (
        <span className="md-switcher-item">
          <span className="md-ellipsis">{name}</span>
          <span className="md-meta">{t(`common:role.${role}`)} · {t('members', { count: member_count })}</span>
        </span>
      ),
      icon: id === workspace ? <Check size={14} /> : <span className="md-switcher-gap" />,
      selected: id === workspace,
      onClick: () => void navigate(pathInWorkspace(id)),
    }));

  return (
    <MenuButton
      className="md-switcher" aria-label={`${me?.workspace?.name ?? ''} · ${t('workspace.switch')}`} title={me?.workspace?.name}
      items={items} popupClassName="md-switcher-popup"
      onOpenChange={(next) => {
        setOpen(next);
        setFilter('');
      }}
      head={all.length > filterAbove && (
        <PlainInput
          autoFocus value={filter} placeholder={t('workspace.filter')} aria-label={t('workspace.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
    >
      <Mark />
      <span className="md-ellipsis">{me?.workspace?.name ?? ''}</span>
      <ChevronsUpDown size={14} />
    </MenuButton>
  );
}

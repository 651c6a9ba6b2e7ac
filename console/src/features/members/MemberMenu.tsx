import { KeyRound, UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';
import type { MenuItem } from '../../ui/menu/MenuItem';
import { RowMenu } from '../../ui/table/RowMenu';
import { useMyself } from './queries';
import { reaches } from './rank';
import type { Member } from './types';

interface MemberMenuProps {
  member: Member;
  onRemove: (member: Member) => void;
  onReset: (member: Member) => void;
}

/** What can be done with a member; nothing with oneself and with those above. */
export function MemberMenu({ member, onRemove, onReset }: MemberMenuProps) {
  const { t } = useTranslation('members');
  const me = useMyself();
  const mayUpdate = useCan('members.update');
  const mayRemove = useCan('members.remove');
  if (member.user_id === me.id || !reaches(me.role, member.role)) return null;

  const items: MenuItem[] = [];
  if (mayUpdate) items.push({ key: 'reset', label: t('reset'), icon: <KeyRound size={15} />, onClick: () => onReset(member) });
  if (mayRemove) {
    items.push({ key: 'remove', label: t('remove'), icon: <UserMinus size={15} />, danger: true, onClick: () => onRemove(member) });
  }
  return items.length === 0 ? null : <RowMenu items={items} label={t('acts', { name: member.name || member.email })} />;
}

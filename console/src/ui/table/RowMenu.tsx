import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../menu/MenuButton';
import type { MenuItem } from '../menu/MenuItem';

/** The ⋯ of a row. */
export function RowMenu({ items, label }: { items: readonly MenuItem[]; label?: string }) {
  const { t } = useTranslation();
  return (
    <MenuButton items={items} placement="bottomRight" className="md-icon-button" aria-label={label ?? t('more')}>
      <Ellipsis size={16} />
    </MenuButton>
  );
}

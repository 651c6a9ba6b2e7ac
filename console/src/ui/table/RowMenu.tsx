import { Dropdown, type MenuProps } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** The ⋯ of a row. */
export function RowMenu({ items, label }: { items: MenuProps['items']; label?: string }) {
  const { t } = useTranslation();
  return (
    <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
      <button type="button" className="md-icon-button" aria-label={label ?? t('more')}><Ellipsis size={16} /></button>
    </Dropdown>
  );
}

import { Button, Tooltip, type ButtonProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';

interface PermissionButtonProps extends Omit<ButtonProps, 'disabled'> {
  permission?: string;
  /** Says why it cannot be done now, whoever asks. */
  disabledReason?: string;
}

/** A button that is disabled when the permission is missing, and says in its tooltip which one. */
export function PermissionButton({ permission, disabledReason, onClick, className, ...rest }: PermissionButtonProps) {
  const { t } = useTranslation();
  const allowed = useCan(permission);
  const reason = allowed ? disabledReason : t('permission.missing', { permission });
  if (reason === undefined) return <Button {...rest} className={className} onClick={onClick} />;
  // aria-disabled and not disabled: a disabled button shows no tooltip and cannot be reached by Tab.
  return (
    <Tooltip title={reason}>
      <Button {...rest} className={`md-unavailable ${className ?? ''}`} aria-disabled htmlType="button" />
    </Tooltip>
  );
}

import { Button, type ButtonProps } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';

// Most buttons can be pressed.
const Tip = lazy(async () => ({ default: (await import('../overlays/Tip')).Tip }));

interface PermissionButtonProps extends Omit<ButtonProps, 'disabled'> {
  permission?: string;
  /** Says why it cannot be done now, whoever asks. */
  disabledReason?: string;
}

/** A button that is disabled when the permission is missing, and says in its tooltip which one. */
export function PermissionButton({ permission, disabledReason, onClick, ...rest }: PermissionButtonProps) {
  const { t } = useTranslation();
  const allowed = useCan(permission);
  const reason = allowed ? disabledReason : t('permission.missing', { permission });
  return reason === undefined ? <Button {...rest} onClick={onClick} /> : <Unavailable {...rest} reason={reason} />;
}

function Unavailable({ reason, className = '', ...rest }: ButtonProps & { reason: string }) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const id = useId();
  const hide = () => setAnchor(undefined);
  return (
    <>
      {/* aria-disabled and not disabled: a disabled button shows no tooltip and cannot be reached by Tab. */}
      <Button
        {...rest} className={`md-unavailable ${className}`} aria-disabled htmlType="button" aria-describedby={anchor && id}
        onPointerEnter={(event) => setAnchor(event.currentTarget)} onPointerLeave={hide}
        onFocus={(event) => setAnchor(event.currentTarget)} onBlur={hide}
      />
      {anchor && <Suspense fallback={null}><Tip anchor={anchor} id={id} text={reason} /></Suspense>}
    </>
  );
}

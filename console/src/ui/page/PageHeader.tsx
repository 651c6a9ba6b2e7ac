import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PermissionButton } from '../access/PermissionButton';
import { MenuButton } from '../menu/MenuButton';
import { rememberPage } from './recentPages';
import './PageHeader.css';

export interface PageAction {
  key: string;
  label: string;
  run: () => void;
  icon?: LucideIcon;
  /** The last action of a page may be its primary one. */
  primary?: boolean;
  /** Disabled with the permission in the tooltip when the person lacks it. */
  permission?: string;
  /** Says why it cannot be done now. */
  disabledReason?: string;
  busy?: boolean;
  /** Stands in the ⋯ menu at every width. */
  secondary?: boolean;
  danger?: boolean;
}

interface PageHeaderProps {
  title: string;
  /** What lies above: the list this object is in. */
  crumb?: { label: string; to: string };
  state?: ReactNode;
  /** Quiet facts beside the title. */
  facts?: ReactNode;
  /** Tabs or a segmented control between the facts and the actions. */
  children?: ReactNode;
  actions?: readonly PageAction[];
  /** Old data is shown while new data comes: a 2 px line under the header. */
  refreshing?: boolean;
}

/** The 48 px frame on top of every page, with its only h1. Below 760 px one action stays and the rest goes into ⋯. */
export function PageHeader({ title, crumb, state, facts, children, actions = [], refreshing = false }: PageHeaderProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Middeck`;
    rememberPage(title);
  }, [title]);

  const open = actions.filter((action) => !action.secondary);
  const primary = open.find((action) => action.primary) ?? open.at(-1);
  return (
    <header className="md-page-header">
      {crumb && <Link className="md-page-crumb" to={crumb.to}>{crumb.label}<span aria-hidden> /</span></Link>}
      <h1 className="md-ellipsis">{title}</h1>
      {state}
      {facts && <div className="md-page-facts md-ellipsis">{facts}</div>}
      <div className="md-page-middle">{children}</div>
      <div className="md-page-actions">
        {open.map((action) => (
          <span key={action.key} className={action === primary ? undefined : 'md-wide-only'}>
            <ActionButton action={action} />
          </span>
        ))}
        <More label={t('more')} actions={actions.filter((action) => action.secondary)} className="md-wide-only" />
        <More label={t('more')} actions={actions.filter((action) => action !== primary)} className="md-narrow-only" />
      </div>
      {refreshing && <div className="md-refresh-line" role="progressbar" aria-label={t('refreshing')} />}
    </header>
  );
}

function ActionButton({ action }: { action: PageAction }) {
  const { label, run, icon: Icon, primary, permission, disabledReason, busy, danger } = action;
  return (
    <PermissionButton
      className="md-header-button"
      size="small"
      type={primary ? 'primary' : 'text'}
      danger={danger}
      loading={busy}
      permission={permission}
      disabledReason={disabledReason}
      icon={Icon && <Icon size={15} />}
      onClick={run}
    >
      {label}
    </PermissionButton>
  );
}

function More({ actions, label, className }: { actions: readonly PageAction[]; label: string; className: string }) {
  if (actions.length === 0) return null;
  const items = actions.map(({ key, label: text, run, icon: Icon, danger, disabledReason }) => ({
    key, label: text, danger, disabled: disabledReason !== undefined, icon: Icon && <Icon size={15} />, onClick: run,
  }));
  return (
    <span className={className}>
      <MenuButton items={items} placement="bottomRight" className="md-icon-button" aria-label={label}><Ellipsis size={16} /></MenuButton>
    </span>
  );
}

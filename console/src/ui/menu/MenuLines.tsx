import type { MenuAct, MenuItem } from './MenuItem';

interface MenuLinesProps {
  items: readonly MenuItem[];
  onChoose: (act: MenuAct) => void;
}

/** The lines of a menu, with those of its groups. */
export function MenuLines({ items, onChoose }: MenuLinesProps) {
  return items.map((item, at) => {
    if (item === null) return null;
    if (item.type === 'divider') return <li key={item.key ?? at} role="separator" />;
    if (item.type === 'group') {
      return (
        <li key={item.key} role="none">
          <div className="md-menu-group" aria-hidden>{item.label}</div>
          <ul role="group" aria-label={item.label}><MenuLines items={item.children} onChoose={onChoose} /></ul>
        </li>
      );
    }
    const { key, label, icon, danger, disabled, selected } = item;
    return (
      <li
        key={key} role="menuitem" tabIndex={-1} aria-disabled={disabled || undefined} aria-current={selected || undefined}
        data-danger={danger || undefined} onClick={disabled ? undefined : () => onChoose(item)}
        // The line under the pointer is the one that keys go on from.
        onPointerMove={disabled ? undefined : (event) => event.currentTarget.focus({ preventScroll: true })}
      >
        {icon}<span className="md-menu-words">{label}</span>
      </li>
    );
  });
}

import type { LucideIcon } from 'lucide-react';

/** A small button at the end of a row, named by what it does to whom. */
export function RowAct({ icon: Icon, label, run }: { icon: LucideIcon; label: string; run: () => void }) {
  return (
    <button type="button" className="md-icon-button" aria-label={label} title={label} onClick={run}><Icon size={14} /></button>
  );
}

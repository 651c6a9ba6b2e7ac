import { Suspense, useState, type ReactNode } from 'react';

/**
 * Loads what it holds when it opens for the first time, and keeps it from then on: an overlay that is taken away while it is
 * open can neither close softly nor give the focus back.
 */
export function Late({ open, children }: { open: boolean; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return wasOpen ? <Suspense fallback={null}>{children}</Suspense> : null;
}

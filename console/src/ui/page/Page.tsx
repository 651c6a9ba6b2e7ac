import type { ReactNode } from 'react';
import './Page.css';

interface PageProps {
  /** A `PageHeader`, then a `Strip` if there is one: they stay while the body scrolls. */
  head: ReactNode;
  children: ReactNode;
  /** The body fills the sheet and scrolls by itself, for canvases and chats. */
  fill?: boolean;
  /** A panel at the right of the body: a `Peek`, an inspector. */
  side?: ReactNode;
}

/** The inside of the sheet: head, scrolling body, and a panel at its right. */
export function Page({ head, children, fill = false, side }: PageProps) {
  return (
    <div className="md-page">
      {head}
      <div className="md-page-split">
        <div className={fill ? 'md-page-body md-page-fill' : 'md-page-body'}>{children}</div>
        {side}
      </div>
    </div>
  );
}

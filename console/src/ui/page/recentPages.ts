/** A page that was open before, for the palette. */
export interface RecentPage {
  path: string;
  title: string;
}

const atMost = 20;
const keyOf = (workspace: string) => `middeck.recent.${workspace}`;

/** Notes the present page under its title; called by `PageHeader`. */
export function rememberPage(title: string): void {
  const path = window.location.pathname;
  const workspace = /^\/w\/([^/]+)/.exec(path)?.[1];
  if (!workspace) return;
  const before = recentPages(workspace).filter((page) => page.path !== path);
  try {
    localStorage.setItem(keyOf(workspace), JSON.stringify([{ path, title }, ...before].slice(0, atMost)));
  } catch {
    // Without storage there are no recent pages; nothing else depends on them.
  }
}

/** The pages of a workspace that were open last, newest first. */
export function recentPages(workspace: string): RecentPage[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(workspace)) ?? '[]');
  } catch {
    return [];
  }
}

import { areas } from '../../ui/areas';

/** The same kind of page in another workspace: Knowledge stays Knowledge; an object of the old one becomes its list. */
export function pathInWorkspace(workspace: string, path = window.location.pathname): string {
  const below = /^\/w\/[^/]+\/(.+)$/.exec(path)?.[1] ?? '';
  const area = Object.values(areas).find(({ path: root }) => root !== '' && (below === root || below.startsWith(`${root}/`)));
  return area ? `/w/${workspace}/${area.path}` : `/w/${workspace}`;
}
